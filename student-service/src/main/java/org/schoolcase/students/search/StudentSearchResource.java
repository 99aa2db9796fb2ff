package org.schoolcase.students.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;

/** Finds students. A POST, because names of children never stand in a URL. */
@Path("/v1/students/search")
@RunOnVirtualThread
public class StudentSearchResource {

    private static final Set<String> FLAG_READERS =
            Set.of(Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.AUDITOR);

    private final StudentSearch search;
    private final StudentAccess access;
    private final CurrentUser user;
    private final Cursors cursors;
    private final Audit audit;

    StudentSearchResource(StudentSearch search, StudentAccess access, CurrentUser user, Cursors cursors, Audit audit) {
        this.search = search;
        this.access = access;
        this.user = user;
        this.cursors = cursors;
        this.audit = audit;
    }

    @POST
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
            operationId = "searchStudents",
            summary = "Find students among those the caller may see, best match first")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "part of a name", value = """
                    {"text": "jelyroll lei", "grade": "KG", "limit": 20}""")))
    @APIResponse(responseCode = "200", description = "A page; pass its next as cursor for the following one")
    @APIResponse(
            responseCode = "400",
            description = "A criterion is out of bounds, or the cursor is not ours (cursor.invalid)")
    @APIResponse(
            responseCode = "403",
            description = "A flag is asked for by who may not read flags (search.flag-not-allowed)")
    public Page<StudentFound> search(@Valid @NotNull SearchRequest body) {
        var start = cursors.open(body.name(), body.cursor());
        if (body.flag() != null && Collections.disjoint(user.roles(), FLAG_READERS)) {
            throw ProblemException.forbidden("search.flag-not-allowed", "This role does not read flags.");
        }
        var relation = body.flag() == null ? access.relation() : access.relationBy(FLAG_READERS);
        var rows = search.find(body, relation, access.today(), start);
        var page = cursors.page(
                body.name(), rows, body.size(), row -> List.of("" + row.rank(), row.sortName(), "" + row.id()));
        page.items().forEach(this::showed);
        return new Page<>(page.items().stream().map(StudentSearch.Hit::student).toList(), page.next());
    }

    private void showed(StudentSearch.Hit hit) {
        audit.showed(AuditEntry.of("student.find", "student", hit.id()).student(hit.id()));
    }
}
