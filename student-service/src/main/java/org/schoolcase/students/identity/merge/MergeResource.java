package org.schoolcase.students.identity.merge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.identity.merge.UnmergeStudents.Outcome.MergedFurther;
import org.schoolcase.students.identity.merge.UnmergeStudents.Outcome.Undone;
import org.schoolcase.students.identity.merge.UnmergeStudents.Outcome.UndoneBefore;
import org.schoolcase.students.identity.merge.UnmergeStudents.Outcome.Unknown;

/** Merges of two records of one student, and their undoing. */
@Path("/v1/student-merges/{mergeId}")
@RunOnVirtualThread
public class MergeResource {

    /** Why a merge is undone. */
    public record ReversalRequest(
            @NotBlank @Size(max = 1000) @Pattern(regexp = "[^\\p{Cntrl}]*")
            String reason) {}

    private final MergeRepository merges;
    private final UnmergeStudents unmergeStudents;
    private final Audit audit;

    MergeResource(MergeRepository merges, UnmergeStudents unmergeStudents, Audit audit) {
        this.merges = merges;
        this.unmergeStudents = unmergeStudents;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getStudentMerge", summary = "Show a merge, and how many rows of which tables it moved")
    @APIResponse(responseCode = "200", description = "The merge, with ETag")
    @APIResponse(responseCode = "404", description = "No such merge of this district (not-found)")
    public RestResponse<MergeView> get(UUID mergeId) {
        var merge = merges.find(mergeId).orElseThrow(ProblemException::notFound);
        audit.showed(
                AuditEntry.of("student-merge.read", "student-merge", mergeId).student(merge.survivingId()));
        return Answers.ok(MergeView.of(merge, merges.moved(mergeId)), merge.version());
    }

    @POST
    @Path("/reversal")
    @Idempotent
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(
            operationId = "reverseStudentMerge",
            summary = "Undo a merge: both records are as they were",
            description = "What the merge moved goes back; what came to the surviving record since stays with it."
                    + " The two are not proposed again.")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "reversal", value = """
                    {"reason": "The birth certificates show twins."}""")))
    @APIResponse(responseCode = "200", description = "Undone, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such merge of this district (not-found)")
    @APIResponse(
            responseCode = "409",
            description =
                    "Undone before (merge.undone), or the surviving record was merged into a third since (merge.merged-further),"
                            + " or one of the two is just being written (student.busy)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(responseCode = "428", description = "If-Match is missing (if-match.missing)")
    public RestResponse<MergeView> reverse(
            UUID mergeId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull ReversalRequest body) {
        return switch (unmergeStudents.handle(mergeId, ifMatch, body.reason())) {
            case Undone(var merge) -> Answers.ok(MergeView.of(merge, merges.moved(mergeId)), merge.version());
            case Unknown() -> throw ProblemException.notFound();
            case UndoneBefore() -> throw ProblemException.conflict("merge.undone", "This merge was undone before.");
            case MergedFurther() ->
                throw ProblemException.conflict(
                        "merge.merged-further", "The surviving record was merged into a third since: undo that first.");
        };
    }
}
