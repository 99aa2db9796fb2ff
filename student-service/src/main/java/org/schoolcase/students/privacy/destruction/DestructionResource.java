package org.schoolcase.students.privacy.destruction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.privacy.RecordRights;
import org.schoolcase.students.privacy.destruction.AnnounceDestruction.Outcome.Announced;
import org.schoolcase.students.privacy.destruction.AnnounceDestruction.Outcome.AnnouncedBefore;
import org.schoolcase.students.privacy.destruction.AnnounceDestruction.Outcome.NoPeriod;
import org.schoolcase.students.privacy.destruction.AnnounceDestruction.Outcome.PeriodRuns;
import org.schoolcase.students.privacy.destruction.AnnounceDestruction.Outcome.StillAtSchool;
import org.schoolcase.students.privacy.destruction.AnnounceDestruction.Outcome.Stopped;

/** Announcing that the record of a student is destroyed (34 CFR 300.624). */
@Path("/v1/students/{studentId}/destructions")
@RunOnVirtualThread
public class DestructionResource {

    private final RecordRights rights;
    private final AnnounceDestruction announceDestruction;

    DestructionResource(RecordRights rights, AnnounceDestruction announceDestruction) {
        this.rights = rights;
        this.announceDestruction = announceDestruction;
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(
            operationId = "announceDestruction",
            summary = "Announce a destruction after the family was informed; it is carried out in a second step")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "support", value = """
                    {"scope": "SUPPORT_RECORD", "ground": "PERIOD_OVER", "leftOn": "2017-06-02",
                     "noticeOn": "2026-08-20", "noticeMethod": "MAIL"}""")))
    @APIResponse(responseCode = "201", description = "Announced; earliestOn is the first day for carrying it out")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The student is at school (destruction.student-active), announced before"
                    + " (destruction.announced-before), a hold (destruction.legal-hold), a request to inspect"
                    + " (destruction.access-request-open) or to amend (destruction.amendment-open)")
    @APIResponse(
            responseCode = "422",
            description = "The district has set no period (destruction.no-period), it runs (destruction.period-runs),"
                    + " days out of order (date.in-future, date.too-early)")
    public RestResponse<DestructionView> announce(UUID studentId, @Valid @NotNull DestructionRequest body) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN);
        return switch (announceDestruction.handle(studentId, body)) {
            case Announced(var view) -> Answers.created("/v1/destructions/" + view.id(), view, view.version());
            case NoPeriod(var kinds) ->
                throw ProblemException.unprocessable(
                                "destruction.no-period",
                                "The law sets no number of years: the district sets its own before anything is destroyed.")
                        .with("kinds", kinds)
                        .citing("34 CFR 300.624");
            case PeriodRuns(var until) ->
                throw ProblemException.unprocessable(
                                "destruction.period-runs", "The period that the district has set is not over.")
                        .with("until", until.toString());
            case StillAtSchool() -> throw stillAtSchool();
            case AnnouncedBefore() ->
                throw ProblemException.conflict(
                        "destruction.announced-before", "A destruction of this record is announced already.");
            case Stopped(var stop) -> throw stop.problem();
        };
    }

    static ProblemException stillAtSchool() {
        return ProblemException.conflict("destruction.student-active", "The student is at a school of the district.");
    }
}
