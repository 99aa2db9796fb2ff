package org.schoolcase.students.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;

/** The early-warning indicators of one student. */
@Path("/v1/students/{studentId}/indicators")
@RunOnVirtualThread
public class StudentIndicatorsResource {

    private final ShownIndicators indicators;
    private final StudentAccess access;
    private final Audit audit;

    StudentIndicatorsResource(ShownIndicators indicators, StudentAccess access, Audit audit) {
        this.indicators = indicators;
        this.access = access;
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
            operationId = "listStudentIndicators",
            summary = "List the indicators of a student with the rules applied, their inputs and windows")
    @APIResponse(
            responseCode = "200",
            description = "All of them, none before any data came; there is never a next page")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<IndicatorView> list(UUID studentId) {
        access.require(studentId);
        audit.showed(AuditEntry.of("early-warning.read", "student", studentId)
                .student(studentId)
                .fields("indicators"));
        return new Page<>(indicators.of(List.of(studentId)).getOrDefault(studentId, List.of()), null);
    }
}
