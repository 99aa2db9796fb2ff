package org.schoolcase.students.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.sql.Query;

/**
 * Policy: the students a caller may see, as a condition on the row {@code s} of table student with its values.
 * A caller with several roles sees what any of them opens.
 */
public record Relation(String condition, List<Object> values) implements Query.Condition {

    private static final Set<String> WHOLE_DISTRICT = Set.of(Role.DISTRICT_ADMIN, Role.COORDINATOR, Role.AUDITOR);
    private static final Set<String> OWN_SCHOOLS = Set.of(Role.SCHOOL_ADMIN, Role.CASE_MANAGER);
    private static final Set<String> CASE_TEAM = Set.of(Role.CASE_MANAGER, Role.SERVICE_PROVIDER, Role.TEACHER);

    private static final String AT_SCHOOL = "s.school_ids && ?";
    private static final String TAUGHT = "exists (select from teacher_student t where t.district_id = s.district_id"
            + " and t.staff_id = ? and t.student_id = s.id and ? between t.begins_on and t.ends_on)";
    private static final String ON_TEAM = "exists (select from case_team c where c.district_id = s.district_id"
            + " and c.student_id = s.id and c.staff_id = ? and ? between c.from_on and c.to_on)";
    private static final String IN_CARE = "exists (select from student_guardian g"
            + " cross join lateral guardian_standing(g.student_id, ?) t where g.district_id = s.district_id"
            + " and g.student_id = s.id and g.guardian_id = ? and t.guardian_id = g.guardian_id"
            + " and (t.educational_rights or t.may_contact))";
    private static final String HIMSELF = "s.id = (select coalesce(m.merged_into, m.id) from student m where m.id = ?)";

    /** What the token says of the caller, with the roles in which he acts. */
    record Caller(
            Set<String> roles,
            Set<UUID> schoolIds,
            Optional<UUID> staffId,
            Optional<UUID> guardianId,
            Optional<UUID> studentId) {

        boolean hasAny(Set<String> wanted) {
            return wanted.stream().anyMatch(roles::contains);
        }
    }

    /** Records that are merged into others are nobody's to see. */
    @Override
    public String sql() {
        return "s.merged_into is null and " + condition;
    }

    static Relation of(Caller caller, LocalDate today) {
        if (caller.hasAny(WHOLE_DISTRICT)) {
            return new Relation("true", List.of());
        }
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        if (caller.hasAny(OWN_SCHOOLS) && !caller.schoolIds().isEmpty()) {
            conditions.add(AT_SCHOOL);
            values.add(caller.schoolIds().toArray(UUID[]::new));
        }
        if (caller.roles().contains(Role.TEACHER) && caller.staffId().isPresent()) {
            conditions.add(TAUGHT);
            values.add(caller.staffId().get());
            values.add(today);
        }
        if (caller.hasAny(CASE_TEAM) && caller.staffId().isPresent()) {
            conditions.add(ON_TEAM);
            values.add(caller.staffId().get());
            values.add(today);
        }
        if (caller.roles().contains(Role.GUARDIAN) && caller.guardianId().isPresent()) {
            conditions.add(IN_CARE);
            values.add(today);
            values.add(caller.guardianId().get());
        }
        if (caller.roles().contains(Role.STUDENT) && caller.studentId().isPresent()) {
            conditions.add(HIMSELF);
            values.add(caller.studentId().get());
        }
        return conditions.isEmpty()
                ? new Relation("false", List.of())
                : new Relation("(" + String.join(" or ", conditions) + ")", List.copyOf(values));
    }
}
