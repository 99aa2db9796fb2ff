package org.schoolcase.students.identity.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.identity.review.DecideReview.Outcome.Decided;
import org.schoolcase.students.identity.review.DecideReview.Outcome.DecidedBefore;
import org.schoolcase.students.identity.review.DecideReview.Outcome.MergedMeanwhile;
import org.schoolcase.students.identity.review.DecideReview.Outcome.NoneOfTheTwo;
import org.schoolcase.students.identity.review.DecideReview.Outcome.Unknown;

/** The queue of pairs of records that may be one student. */
@Path("/v1/identity-reviews")
@RunOnVirtualThread
public class ReviewResource {

    /** What is decided about a pair. */
    public enum Decision {
        SAME,
        DIFFERENT
    }

    /** Whether the two are one student, and why; with SAME also which record goes on. */
    public record DecisionRequest(
            @NotNull Decision decision,
            @Nullable UUID survivingId,

            @NotBlank @Size(max = 1000) @Pattern(regexp = "[^\\p{Cntrl}]*")
            String reason) {}

    private final ReviewRepository reviews;
    private final DecideReview decideReview;
    private final Cursors cursors;
    private final Audit audit;

    ReviewResource(ReviewRepository reviews, DecideReview decideReview, Cursors cursors, Audit audit) {
        this.reviews = reviews;
        this.decideReview = decideReview;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "listIdentityReviews",
            summary = "List pairs of records that may be one student, the most alike first")
    @APIResponse(responseCode = "200", description = "A page; each pair with its reasons and their weights")
    @APIResponse(responseCode = "400", description = "The cursor is not of this list (cursor.invalid)")
    public Page<Review> list(
            @QueryParam("state") @DefaultValue("OPEN") @NotNull Review.State state,
            @QueryParam("limit") @Min(1) @Max(200) @DefaultValue("50") int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var list = "identity-reviews|" + state;
        var found = reviews.list(state, cursors.open(list, cursor), limit);
        var page = cursors.page(list, found, limit, review -> List.of("" + review.score(), "" + review.id()));
        page.items().forEach(this::showed);
        return page;
    }

    @GET
    @Path("/{reviewId}")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getIdentityReview", summary = "Show a pair of records that may be one student")
    @APIResponse(responseCode = "200", description = "The pair, with ETag")
    @APIResponse(responseCode = "404", description = "No such review of this district (not-found)")
    public RestResponse<Review> get(UUID reviewId) {
        var found = reviews.find(reviewId).orElseThrow(ProblemException::notFound);
        showed(found.review());
        return Answers.ok(found.review(), found.version());
    }

    @POST
    @Path("/{reviewId}/decision")
    @Idempotent
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(
            operationId = "decideIdentityReview",
            summary = "Decide whether two records are one student",
            description =
                    "SAME merges them: what is kept under the one id follows the surviving record, here and in the"
                            + " other services. DIFFERENT keeps them apart, and they are not proposed again.")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "same", value = """
                    {"decision": "SAME", "survivingId": "0f4c1d5e-93d7-5c1c-8a57-2c8f0a6f6a11",
                     "reason": "Same birth certificate; came back from another district."}""")))
    @APIResponse(responseCode = "200", description = "Decided, with the new ETag; mergeId names the merge")
    @APIResponse(responseCode = "404", description = "No such review of this district (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "Decided before (identity-review.decided), or one of the two was merged meanwhile"
                    + " (identity-review.merged-meanwhile), or is just being written (student.busy)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(
            responseCode = "422",
            description = "SAME without naming one of the two as surviving (identity-review.surviving-id)")
    @APIResponse(responseCode = "428", description = "If-Match is missing (if-match.missing)")
    public RestResponse<Review> decide(
            UUID reviewId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull DecisionRequest body) {
        var command = new DecideReview.Command(
                reviewId, body.decision() == Decision.SAME, body.survivingId(), body.reason(), true);
        return switch (decideReview.handle(command, ifMatch)) {
            case Decided(var review) -> Answers.ok(review.review(), review.version());
            case Unknown() -> throw ProblemException.notFound();
            case DecidedBefore() ->
                throw ProblemException.conflict("identity-review.decided", "This pair was decided before.");
            case MergedMeanwhile() ->
                throw ProblemException.conflict(
                        "identity-review.merged-meanwhile", "One of the two was merged into another record meanwhile.");
            case NoneOfTheTwo() ->
                throw ProblemException.unprocessable("identity-review.surviving-id", "Name the record that goes on.")
                        .field(
                                "/survivingId",
                                "identity-review.surviving-id",
                                "With SAME this is the id of one of the two records.");
        };
    }

    private void showed(Review review) {
        for (var student : review.students()) {
            audit.showed(AuditEntry.of("identity-review.read", "identity-review", review.id())
                    .student(student.id()));
        }
    }
}
