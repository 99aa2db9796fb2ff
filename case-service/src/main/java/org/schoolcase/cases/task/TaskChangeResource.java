package org.schoolcase.cases.task;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.schoolcase.kit.security.Role;

/** What becomes of a task, over HTTP. */
@Path("/v1/tasks/{taskId}")
@Tag(name = "Tasks")
@RunOnVirtualThread
public class TaskChangeResource {

    /** Says that a task is done. */
    record DoneRequest(@Nullable @Size(max = 1000) String result) {

        static final String EXAMPLE = """
                {"result": "Tuesdays and Thursdays after three."}""";
    }

    /** Says that a task is not to be done. */
    record CancellationRequest(@NotBlank @Size(max = 1000) String reason) {

        static final String EXAMPLE = """
                {"reason": "The family has written by itself."}""";
    }

    /** Gives a task to another. */
    record ReassignmentRequest(@NotNull UUID ownerId) {

        static final String EXAMPLE = """
                {"ownerId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b11"}""";
    }

    private final ChangeTask changeTask;

    TaskChangeResource(ChangeTask changeTask) {
        this.changeTask = changeTask;
    }

    @POST
    @Path("/completion")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SCHOOL_ADMIN, Role.SERVICE_PROVIDER, Role.TEACHER})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "done", value = DoneRequest.EXAMPLE)))
    @Operation(operationId = "completeTask", summary = "Say that a task is done; its owner, or who manages the case")
    @APIResponse(responseCode = "200", description = "Done")
    @APIResponse(responseCode = "404", description = "No such task for the caller to do (not-found)")
    @APIResponse(responseCode = "409", description = "Done or cancelled already (task.closed)")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale)")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<TaskView> complete(
            @PathParam("taskId") UUID taskId,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull DoneRequest body) {
        return answer(changeTask.finish(taskId, ifMatch, body.result()));
    }

    @POST
    @Path("/cancellation")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "needless", value = CancellationRequest.EXAMPLE)))
    @Operation(operationId = "cancelTask", summary = "Say why a task is not to be done; who manages the case")
    @APIResponse(responseCode = "200", description = "Cancelled")
    @APIResponse(responseCode = "404", description = "No such task in the caller's cases (not-found)")
    @APIResponse(responseCode = "409", description = "Done or cancelled already (task.closed)")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale)")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<TaskView> cancel(
            @PathParam("taskId") UUID taskId,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull CancellationRequest body) {
        return answer(changeTask.cancel(taskId, ifMatch, body.reason()));
    }

    @POST
    @Path("/reassignment")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "to the therapist", value = ReassignmentRequest.EXAMPLE)))
    @Operation(operationId = "reassignTask", summary = "Give a task to another on the team; who manages the case")
    @APIResponse(responseCode = "200", description = "Given")
    @APIResponse(responseCode = "404", description = "No such task in the caller's cases (not-found)")
    @APIResponse(responseCode = "409", description = "Done or cancelled already (task.closed)")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale)")
    @APIResponse(
            responseCode = "422",
            description = "The owner is not on the team until the task is due (task.owner-not-on-team)")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<TaskView> reassign(
            @PathParam("taskId") UUID taskId,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull ReassignmentRequest body) {
        return answer(changeTask.giveTo(taskId, ifMatch, body.ownerId()));
    }

    private static RestResponse<TaskView> answer(ChangeTask.Outcome outcome) {
        return switch (outcome) {
            case ChangeTask.Outcome.Changed(var task) -> Answers.ok(TaskView.of(task), task.version());
            case ChangeTask.Outcome.ClosedAlready() -> throw TaskProblems.closedAlready();
            case ChangeTask.Outcome.OwnerUnfit() -> throw TaskProblems.ownerUnfit();
        };
    }
}
