package org.schoolcase.cases.task;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.FieldError;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Tasks of the caller and of his cases over HTTP. */
@Path("/v1/tasks")
@Tag(name = "Tasks")
@RunOnVirtualThread
public class TaskResource {

    private final ListTasks listTasks;
    private final TaskDesk desk;

    TaskResource(ListTasks listTasks, TaskDesk desk) {
        this.listTasks = listTasks;
        this.desk = desk;
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
            operationId = "listTasks",
            summary =
                    "The caller's own tasks, or those of all his cases; the earliest due first, then those without a day")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(
            responseCode = "400",
            description = "A cursor of another list (cursor.invalid), or no date (date.malformed)")
    @APIResponse(responseCode = "403", description = "The token names no staff member (staff-id.missing)")
    public Page<TaskView> list(
            @Parameter(description = "False for the tasks of all the caller's cases, whoever owns them")
                    @QueryParam("mine")
                    @DefaultValue("true")
                    boolean mine,
            @QueryParam("state") @DefaultValue("OPEN") @Pattern(regexp = "OPEN|DONE|CANCELLED") String state,
            @Parameter(
                            description = "Only those due before this day",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("dueBefore")
                    @Size(max = 10)
                    @Nullable
                    String dueBefore,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var wanted = CaseTask.State.valueOf(state);
        var before = day(dueBefore);
        return mine
                ? listTasks.mine(wanted, before, cursor, limit)
                : listTasks.ofMyCases(wanted, before, cursor, limit);
    }

    @GET
    @Path("/{taskId}")
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
    @Operation(operationId = "getTask", summary = "One task")
    @APIResponse(responseCode = "200", description = "The task; ETag is its version")
    @APIResponse(responseCode = "404", description = "No such task in the caller's reach (not-found)")
    public RestResponse<TaskView> get(@PathParam("taskId") UUID taskId) {
        var task = desk.show(taskId);
        return Answers.ok(TaskView.of(task), task.version());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw ProblemException.badRequest("date.malformed", "A date in the request is none.")
                    .error(FieldError.parameter("dueBefore", "date.malformed", "Dates have the form 2026-09-14."));
        }
    }
}
