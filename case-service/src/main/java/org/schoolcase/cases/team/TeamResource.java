package org.schoolcase.cases.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** The team of a case over HTTP. */
@Path("/v1/cases/{caseId}/team")
@Tag(name = "Teams")
@RunOnVirtualThread
public class TeamResource {

    /** Asks for a membership to end. */
    record EndingRequest(
            @Schema(description = "Last day on the team, in the district's zone") @NotNull
            LocalDate lastDay) {

        static final String EXAMPLE = """
                {"lastDay": "2026-12-18"}""";
    }

    private final AddTeamMember addTeamMember;
    private final EndTeamMembership endTeamMembership;
    private final ShowTeam showTeam;

    TeamResource(AddTeamMember addTeamMember, EndTeamMembership endTeamMembership, ShowTeam showTeam) {
        this.addTeamMember = addTeamMember;
        this.endTeamMembership = endTeamMembership;
        this.showTeam = showTeam;
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.TEACHER,
        Role.AUDITOR
    })
    @Operation(
            operationId = "listTeam",
            summary = "Who is and was on the team of a case, in order of their first day; at most 200")
    @APIResponse(responseCode = "200", description = "The members")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<TeamMemberView> list(
            @PathParam("caseId") UUID caseId, @QueryParam("current") @DefaultValue("false") boolean current) {
        return new Page<>(showTeam.of(caseId, current), null);
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "therapist", value = TeamMemberRequest.EXAMPLE)))
    @Operation(
            operationId = "addTeamMember",
            summary = "Put a member of staff with a relation to the student on the team")
    @APIResponse(responseCode = "201", description = "On the team")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed), he is on the team in this role (team.already-member), "
                    + "or the case has a case manager (team.case-manager-there)")
    @APIResponse(
            responseCode = "422",
            description = "The district does not know him or he has left (team.staff-unknown), he works neither at the "
                    + "student's school nor for the whole district (team.staff-without-relation), "
                    + "or dates are out of order (team.dates-out-of-order)")
    public RestResponse<TeamMemberView> add(@PathParam("caseId") UUID caseId, @Valid @NotNull TeamMemberRequest body) {
        return switch (addTeamMember.handle(caseId, body)) {
            case AddTeamMember.Outcome.Added(var member) ->
                Answers.created("/v1/cases/%s/team".formatted(caseId), member, 0);
            case AddTeamMember.Outcome.UnknownStaff() -> throw TeamProblems.unknownStaff();
            case AddTeamMember.Outcome.WithoutRelation() -> throw TeamProblems.withoutRelation();
            case AddTeamMember.Outcome.DatesOutOfOrder(var pointer, var detail) ->
                throw TeamProblems.datesOutOfOrder(pointer, detail);
            case AddTeamMember.Outcome.AlreadyMember() -> throw TeamProblems.alreadyMember();
            case AddTeamMember.Outcome.ManagerThere() -> throw TeamProblems.managerThere();
        };
    }

    @POST
    @Path("/{memberId}/ending")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "end of term", value = EndingRequest.EXAMPLE)))
    @Operation(operationId = "endTeamMembership", summary = "Set the last day of a member of the team")
    @APIResponse(responseCode = "201", description = "The end is set")
    @APIResponse(responseCode = "404", description = "No such case or member in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed), he is off the team (team.ended-already), he is the case "
                    + "manager (team.case-manager-needed), or he has open tasks, which are listed (team.open-tasks)")
    @APIResponse(responseCode = "422", description = "The last day is out of order (team.dates-out-of-order)")
    public RestResponse<TeamMemberView> end(
            @PathParam("caseId") UUID caseId,
            @PathParam("memberId") UUID memberId,
            @Valid @NotNull EndingRequest body) {
        return switch (endTeamMembership.handle(caseId, memberId, body.lastDay())) {
            case EndTeamMembership.Outcome.Ended(var member) ->
                Answers.created("/v1/cases/%s/team".formatted(caseId), member, 0);
            case EndTeamMembership.Outcome.UnknownMember() -> throw ProblemException.notFound();
            case EndTeamMembership.Outcome.OverAlready() -> throw TeamProblems.overAlready();
            case EndTeamMembership.Outcome.ManagerNeeded() -> throw TeamProblems.managerNeeded();
            case EndTeamMembership.Outcome.OutOfOrder(var from) -> throw TeamProblems.lastDayOutOfOrder(from);
            case EndTeamMembership.Outcome.TasksLeft(var tasks) -> throw TeamProblems.tasksLeft(tasks);
        };
    }
}
