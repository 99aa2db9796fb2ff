package org.schoolcase.students.privacy.amendment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;

/** Statements of families that are shown with a record to everybody who may read the record (34 CFR 99.21(c)(2)). */
@Path("/v1/students/{studentId}/statements")
@RunOnVirtualThread
public class StatementResource {

    private final StudentAccess access;
    private final Amendments amendments;
    private final Audit audit;

    StatementResource(StudentAccess access, Amendments amendments, Audit audit) {
        this.access = access;
        this.amendments = amendments;
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
        Role.GUARDIAN,
        Role.STUDENT,
        Role.AUDITOR
    })
    @Operation(
            operationId = "listStatements",
            summary = "Show the statements of the family that belong to the record; the student's answer names them")
    @APIResponse(responseCode = "200", description = "All of them, at most 200; there is never a next page")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<AmendmentView.Statement> list(UUID studentId) {
        access.require(studentId);
        audit.showed(AuditEntry.of("statement.list", "student", studentId).student(studentId));
        return new Page<>(amendments.statements(studentId), null);
    }
}
