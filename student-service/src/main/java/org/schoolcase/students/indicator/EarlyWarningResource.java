package org.schoolcase.students.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;
import org.schoolcase.students.indicator.rule.Indicator;
import org.schoolcase.students.indicator.rule.Level;

/** The caller's students whose early-warning indicators are flagged, for a review by people. */
@Path("/v1/early-warning")
@RunOnVirtualThread
public class EarlyWarningResource {

    /** A flagged student with all his indicators. */
    record FlaggedStudentView(
            UUID studentId,
            String givenName,
            String familyName,
            @Nullable String grade,
            List<UUID> schoolIds,
            List<IndicatorView> indicators) {

        static FlaggedStudentView of(ShownIndicators.Flagged student, List<IndicatorView> indicators) {
            return new FlaggedStudentView(
                    student.id(),
                    student.givenName(),
                    student.familyName(),
                    student.grade(),
                    student.schoolIds(),
                    indicators);
        }
    }

    private final ShownIndicators indicators;
    private final StudentAccess access;
    private final Cursors cursors;
    private final Audit audit;

    EarlyWarningResource(ShownIndicators indicators, StudentAccess access, Cursors cursors, Audit audit) {
        this.indicators = indicators;
        this.access = access;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.TEACHER,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(
            operationId = "listEarlyWarnings",
            summary = "List the caller's students with a flagged indicator, with inputs and windows",
            description =
                    "By default of the composite. Flags prompt a review; they decide nothing and delay no referral.")
    @APIResponse(
            responseCode = "200",
            description = "A page by student id; pass its next as cursor for the following one")
    @APIResponse(
            responseCode = "400",
            description = "A filter is no indicator or flag (level.not-a-flag), or the cursor is of another list")
    public Page<FlaggedStudentView> list(
            @QueryParam("indicator") @DefaultValue("COMPOSITE") Indicator indicator,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("schoolId") @Nullable UUID schoolId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        if (level != null && !level.isFlag()) {
            throw ProblemException.badRequest("level.not-a-flag", "This list is of flagged students.");
        }
        var list = String.join("|", "early-warning", indicator.name(), String.valueOf(level), String.valueOf(schoolId));
        var start = cursors.open(list, cursor);
        var filter = new ShownIndicators.Filter(indicator, level, schoolId);
        var found = indicators.flagged(filter, access.relation(), start.isStart() ? null : start.uuid(0), limit + 1);
        var page =
                cursors.page(list, found, limit, student -> List.of(student.id().toString()));
        return new Page<>(views(page.items()), page.next());
    }

    private List<FlaggedStudentView> views(List<ShownIndicators.Flagged> students) {
        var ids = students.stream().map(ShownIndicators.Flagged::id).toList();
        var all = indicators.of(ids);
        ids.forEach(id -> audit.showed(
                AuditEntry.of("early-warning.list", "student", id).student(id).fields("indicators")));
        return students.stream()
                .map(student -> FlaggedStudentView.of(student, all.getOrDefault(student.id(), List.of())))
                .toList();
    }
}
