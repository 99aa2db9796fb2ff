package org.schoolcase.students.privacy.retention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** The retention schedule of the district: the law with its citations, and what the district has set itself. */
@Path("/v1/retention-rules")
@RunOnVirtualThread
public class RetentionResource {

    private final RetentionSchedule schedule;
    private final SetRetention setRetention;

    RetentionResource(RetentionSchedule schedule, SetRetention setRetention) {
        this.schedule = schedule;
        this.setRetention = setRetention;
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.AUDITOR})
    @Operation(
            operationId = "listRetentionRules",
            summary = "Show per kind of record what the law says and which period the district has set")
    @APIResponse(responseCode = "200", description = "All kinds; there is never a next page")
    public Page<RetentionView> list() {
        return new Page<>(List.copyOf(schedule.all()), null);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(
            operationId = "setRetentionRule",
            summary = "Set from a day on how long a kind of record is kept; without it none of it is destroyed")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "rule", value = """
                    {"kind": "SPECIAL_EDUCATION", "effectiveFrom": "2026-07-01", "years": 7, "noticeDays": 60,
                     "authority": "Board policy JR-R, adopted 2026-06-11"}""")))
    @APIResponse(responseCode = "201", description = "Set")
    @APIResponse(
            responseCode = "409",
            description = "This kind has a rule from this day already (retention.set-before)")
    @APIResponse(
            responseCode = "422",
            description = "This kind is kept as long as the record it belongs to (retention.follows-record)")
    public RestResponse<RetentionView> set(@Valid @NotNull RetentionRuleRequest body) {
        return switch (setRetention.handle(body)) {
            case SET ->
                Answers.created(
                        "/v1/retention-rules",
                        schedule.all().stream()
                                .filter(view -> view.kind() == body.kind())
                                .findFirst()
                                .orElseThrow(),
                        0);
            case SET_BEFORE ->
                throw ProblemException.conflict(
                        "retention.set-before", "A rule of this kind from this day is set; set one from a later day.");
            case FOLLOWS_RECORD ->
                throw ProblemException.unprocessable(
                                "retention.follows-record", "This kind is kept as long as the record it belongs to.")
                        .field("/kind", "retention.follows-record", "It has no period of its own.")
                        .citing(schedule.law(body.kind()).getFirst().citation());
        };
    }
}
