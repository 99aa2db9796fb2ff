package org.schoolcase.cases.task;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Tasks of one case over HTTP. */
@Path("/v1/cases/{caseId}/tasks")
@Tag(name = "Tasks")
@RunOnVirtualThread
public class CaseTaskResource {

    private final AddTask addTask;
    private final ListTasks listTasks;

    CaseTaskResource(AddTask addTask, ListTasks listTasks) {
        this.addTask = addTask;
        this.listTasks = listTasks;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "call the family", value = TaskRequest.EXAMPLE)))
    @Operation(operationId = "addTask", summary = "Give somebody on the case's team a task")
    @APIResponse(responseCode = "201", description = "Given; ETag is the task's version")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "The case is closed (case.closed)")
    @APIResponse(
            responseCode = "422",
            description = "The owner is not on the team until the task is due (task.owner-not-on-team), "
                    + "or it is due before today (task.due-in-past)")
    public RestResponse<TaskView> add(@PathParam("caseId") UUID caseId, @Valid @NotNull TaskRequest body) {
        return switch (addTask.handle(caseId, body.toOrder())) {
            case AddTask.Outcome.Added(var task) ->
                Answers.created("/v1/tasks/" + task.id(), TaskView.of(task), task.version());
            case AddTask.Outcome.OwnerUnfit() -> throw TaskProblems.ownerUnfit();
            case AddTask.Outcome.DueInPast() -> throw TaskProblems.dueInPast();
        };
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(operationId = "listTasksOfCase", summary = "Tasks of a case, the earliest due first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<TaskView> ofCase(
            @PathParam("caseId") UUID caseId,
            @QueryParam("state") @DefaultValue("OPEN") @Pattern(regexp = "OPEN|DONE|CANCELLED") String state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        return listTasks.ofCase(caseId, CaseTask.State.valueOf(state), cursor, limit);
    }
}
