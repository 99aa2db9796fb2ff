package org.schoolcase.cases.casedeadline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.FieldError;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Open deadlines of all the caller's cases over HTTP. */
@Path("/v1/deadlines")
@Tag(name = "Deadlines")
@RunOnVirtualThread
public class DeadlineListResource {

    private final CaseAccess access;
    private final CaseDeadlineRepository deadlines;
    private final TraceKeeper traces;
    private final Cursors cursors;
    private final Audit audit;

    DeadlineListResource(
            CaseAccess access, CaseDeadlineRepository deadlines, TraceKeeper traces, Cursors cursors, Audit audit) {
        this.access = access;
        this.deadlines = deadlines;
        this.traces = traces;
        this.cursors = cursors;
        this.audit = audit;
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
    @Operation(operationId = "listDeadlines", summary = "Open deadlines of the caller's cases, the earliest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(
            responseCode = "400",
            description = "A cursor of another list (cursor.invalid), or no date (date.malformed)")
    public Page<DeadlineView> list(
            @Parameter(
                            description = "Only those due before this day",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("dueBefore")
                    @Size(max = 10)
                    @Nullable
                    String dueBefore,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var list = "deadlines?dueBefore=" + dueBefore;
        var found = deadlines.open(access.circle(Reach.READ), day(dueBefore), cursors.open(list, cursor), limit);
        var page = cursors.page(
                list,
                found,
                limit,
                it -> List.of(String.valueOf(it.dueOn()), it.id().toString()));
        page.items()
                .forEach(it -> audit.showed(
                        AuditEntry.of("deadline.list", "deadline", it.id()).student(it.studentId())));
        return new Page<>(page.items().stream().map(traces::view).toList(), page.next());
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
