package org.schoolcase.students.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.access.Beholder;
import org.schoolcase.students.access.Beholder.Eyes.OfGuardian;

/**
 * Policy: who may exercise rights in a record (34 CFR 99.3, 99.5, 300.613(c)): a guardian only with educational rights, the
 * student only once they passed to him, and the staff that an operation names, by his relation. Whom an order bars from contact with a
 * child of his is nobody's staff there. What a caller may not see does not exist for him.
 */
@ApplicationScoped
public class RecordRights {

    private static final Set<String> WHOLE_DISTRICT = Set.of(Role.DISTRICT_ADMIN, Role.COORDINATOR, Role.AUDITOR);
    private static final Set<String> OWN_SCHOOLS = Set.of(Role.SCHOOL_ADMIN, Role.CASE_MANAGER);
    private static final String HOLDS = "exists (select from guardian_standing(s.id, district_today()) g"
            + " where g.guardian_id = ? and g.educational_rights)";
    private static final String STUDENT_HOLDS =
            "exists (select from rights_standing(s.id, district_today(), 'infinity') h where h.guardian_id is null and h.holds)";
    private static final String HOLDS_HIMSELF =
            "s.id = (select coalesce(m.merged_into, m.id) from student m where m.id = ?)" + " and " + STUDENT_HOLDS;

    private final CurrentUser user;
    private final Rows rows;
    private final Audit audit;
    private final Beholder beholder;

    RecordRights(CurrentUser user, Rows rows, Audit audit, Beholder beholder) {
        this.user = user;
        this.rows = rows;
        this.audit = audit;
        this.beholder = beholder;
    }

    /** Goes on only if the caller is the adult student, a guardian with rights, or one of these staff with a relation. */
    public void require(UUID studentId, String... staff) {
        if (!opens(studentId, condition(studentId, Set.of(staff)))) {
            audit.denied(AuditEntry.of("student.read", "student", studentId).student(studentId));
            throw ProblemException.notFound();
        }
    }

    /** Goes on only if the caller is one of these staff with a relation to the student. */
    public void requireStaff(UUID studentId, String... staff) {
        if (!opens(studentId, staffCondition(studentId, Set.of(staff)))) {
            audit.denied(AuditEntry.of("student.read", "student", studentId).student(studentId));
            throw ProblemException.notFound();
        }
    }

    /** Whether a guardian holds educational rights for a student today. */
    public boolean holds(UUID guardianId, UUID studentId) {
        return opens(studentId, Query.of(HOLDS, guardianId));
    }

    /** Whether the caller is the student, under whichever of his ids, and holds the rights himself (34 CFR 99.5). */
    public boolean isHimself(UUID studentId) {
        return user.has(Role.STUDENT)
                && user.studentId()
                        .filter(id -> opens(studentId, Query.of(HOLDS_HIMSELF, id)))
                        .isPresent();
    }

    /** For whom the caller acts: himself, or the person whose wish the staff records. */
    public Requester requester(UUID studentId, @Nullable UUID guardianId, @Nullable Boolean byStudent) {
        var asGuardian = user.has(Role.GUARDIAN)
                && user.guardianId().filter(id -> holds(id, studentId)).isPresent();
        if (asGuardian) {
            return new Requester(user.guardianId().orElseThrow());
        }
        if (isHimself(studentId)) {
            return new Requester(null);
        }
        return recorded(studentId, guardianId, byStudent);
    }

    private Requester recorded(UUID studentId, @Nullable UUID guardianId, @Nullable Boolean byStudent) {
        if ((guardianId == null) != Boolean.TRUE.equals(byStudent)) {
            throw ProblemException.unprocessable("requester.required", "Say who asks: one guardian, or the student.")
                    .field("/guardianId", "required", "Either guardianId, or byStudent: true.");
        }
        if (guardianId == null && !opens(studentId, Query.of(STUDENT_HOLDS))) {
            throw withoutRights("/byStudent", "The rights have not passed to the student.", "34 CFR 99.5(a), 300.520");
        }
        if (guardianId != null && !holds(guardianId, studentId)) {
            throw withoutRights("/guardianId", "Name a guardian with educational rights.", "34 CFR 99.4");
        }
        return new Requester(guardianId);
    }

    private static ProblemException withoutRights(String pointer, String detail, String citation) {
        return ProblemException.unprocessable(
                        "requester.without-rights", "This person holds no educational rights for the student.")
                .field(pointer, "requester.without-rights", detail)
                .citing(citation);
    }

    private boolean opens(UUID studentId, Query condition) {
        var query = Query.of("select 1 from student s where s.id = ?", studentId)
                .and(condition.sql(), condition.values().toArray());
        return rows.first(query, row -> true).isPresent();
    }

    private Query condition(UUID studentId, Set<String> staff) {
        var family = new ArrayList<Query>(List.of(staffCondition(studentId, staff)));
        if (user.has(Role.GUARDIAN)) {
            user.guardianId().ifPresent(id -> family.add(Query.of(HOLDS, id)));
        }
        if (user.has(Role.STUDENT)) {
            user.studentId().ifPresent(id -> family.add(Query.of(HOLDS_HIMSELF, id)));
        }
        return any(family);
    }

    private Query staffCondition(UUID studentId, Set<String> staff) {
        if (isBarred(studentId)) {
            return Query.of("false");
        }
        var held = user.roles().stream().filter(staff::contains).collect(Collectors.toSet());
        if (held.stream().anyMatch(WHOLE_DISTRICT::contains)) {
            return Query.of("true");
        }
        return held.stream().anyMatch(OWN_SCHOOLS::contains)
                ? Query.of("s.school_ids && ?", (Object) user.schoolIds().toArray(UUID[]::new))
                : Query.of("false");
    }

    private boolean isBarred(UUID studentId) {
        return user.has(Role.GUARDIAN) && beholder.on(studentId) instanceof OfGuardian guardian && guardian.barred();
    }

    private static Query any(List<Query> conditions) {
        var sql = conditions.stream().map(Query::sql).collect(Collectors.joining(" or ", "(", ")"));
        return Query.of(
                sql,
                conditions.stream()
                        .flatMap(c -> Arrays.stream(c.values().toArray()))
                        .toArray());
    }
}
