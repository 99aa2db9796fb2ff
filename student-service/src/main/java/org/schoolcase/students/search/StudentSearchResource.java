package org.schoolcase.students.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;

/** Finds students. A POST, because names of children never stand in a URL. */
@Path("/v1/students/search")
@RunOnVirtualThread
public class StudentSearchResource {

    /** All criteria that are given must fit; none lists everyone the caller may see. */
    public record SearchRequest(
            @Nullable @Size(min = 2, max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
            String text,

            @Nullable @PastOrPresent LocalDate birthDate,
            @Nullable @Pattern(regexp = "[A-Za-z0-9]{1,10}") String grade,
            @Nullable UUID schoolId,
            @Nullable @Min(1) @Max(200) Integer limit,
            @Nullable @Size(max = 2000) String cursor) {

        int size() {
            return Objects.requireNonNullElse(limit, 50);
        }

        /** The criteria, to which a cursor belongs. */
        String name() {
            return String.join("|", "students", text, String.valueOf(birthDate), grade, String.valueOf(schoolId));
        }
    }

    private final StudentSearch search;
    private final StudentAccess access;
    private final Cursors cursors;
    private final Audit audit;

    StudentSearchResource(StudentSearch search, StudentAccess access, Cursors cursors, Audit audit) {
        this.search = search;
        this.access = access;
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
    public Page<StudentFound> search(@Valid @NotNull SearchRequest body) {
        var start = cursors.open(body.name(), body.cursor());
        var rows = search.find(body, access.relation(), start);
        var page = cursors.page(
                body.name(), rows, body.size(), row -> List.of("" + row.rank(), row.sortName(), "" + row.id()));
        page.items().forEach(this::showed);
        return new Page<>(page.items().stream().map(StudentSearch.Hit::student).toList(), page.next());
    }

    private void showed(StudentSearch.Hit hit) {
        audit.showed(AuditEntry.of("student.find", "student", hit.id()).student(hit.id()));
    }
}
