package org.schoolcase.students.enrollment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.enrollment.SchoolHistory.Change;
import org.schoolcase.students.enrollment.SchoolHistory.Role;

/** Which schools a batch of students attended when, for sums on days enrolled: four statements for all of them. */
@ApplicationScoped
public class SchoolStays {

    /** A class that was taken when others have no date says nothing. */
    private static final String CLASSES = """
            select user_id, school_id, min(begin_date) as begins_on from roster_enrollment
             where user_id = any(?) and role = 'student' and (end_date is null or end_date > ?)
             group by user_id, school_id having bool_and(begin_date is not null)
            """;

    private record OfStudent<T>(UUID studentId, T value) {}

    private record Present(UUID studentId, boolean active, Set<UUID> schools) {}

    private record FirstClass(UUID schoolId, LocalDate on) {}

    private final EnrollmentRepository enrollments;
    private final Rows rows;

    SchoolStays(EnrollmentRepository enrollments, Rows rows) {
        this.enrollments = enrollments;
        this.rows = rows;
    }

    /**
     * The stays of each student; one without any school is enrolled without one. A stay that roster role and record leave
     * without a beginning began with the first class that lasted beyond the given date.
     */
    public Map<UUID, List<SchoolStay>> of(List<UUID> students, LocalDate since) {
        var ids = students.toArray(UUID[]::new);
        var roles = byStudent(rows.list(
                Query.of(EnrollmentRepository.ROLES_OF_MANY, (Object) ids),
                row -> new OfStudent<>(row.getObject("user_id", UUID.class), EnrollmentRepository.role(row))));
        var changes = byStudent(rows.list(
                Query.of(EnrollmentRepository.CHANGES_OF_MANY, (Object) ids),
                row -> new OfStudent<>(row.getObject("student_id", UUID.class), enrollments.change(row))));
        var classes = byStudent(rows.list(
                Query.of(CLASSES, ids, since),
                row -> new OfStudent<>(
                        row.getObject("user_id", UUID.class),
                        new FirstClass(
                                row.getObject("school_id", UUID.class), row.getObject("begins_on", LocalDate.class)))));
        var found = new HashMap<UUID, List<SchoolStay>>();
        for (var student : present(ids)) {
            var id = student.studentId();
            found.put(
                    id,
                    stays(
                            student,
                            roles.getOrDefault(id, List.of()),
                            changes.getOrDefault(id, List.of()),
                            classes.getOrDefault(id, List.of())));
        }
        return found;
    }

    private List<Present> present(UUID[] ids) {
        return rows.list(
                Query.of("select id, active, school_ids from student where id = any(?)", (Object) ids),
                row -> new Present(
                        row.getObject("id", UUID.class),
                        row.getBoolean("active"),
                        Set.copyOf(Rows.uuids(row, "school_ids"))));
    }

    private static List<SchoolStay> stays(
            Present student, List<Role> roles, List<Change> changes, List<FirstClass> classes) {
        var now = student.active() ? student.schools() : Set.<UUID>of();
        // The record of one who left still names his schools: that they ended is known, and when only from the roster.
        var stays = SchoolHistory.of(roles, changes, student.active() ? now : student.schools());
        if (stays.isEmpty()) {
            return List.of(new SchoolStay(null, null, null, !student.active()));
        }
        return stays.stream()
                .map(stay -> new SchoolStay(
                        stay.schoolId(),
                        stay.beginsOn() == null ? firstClass(stay.schoolId(), classes) : stay.beginsOn(),
                        stay.endsOn(),
                        stay.endsOn() == null && !now.contains(stay.schoolId())))
                .toList();
    }

    private static @Nullable LocalDate firstClass(UUID schoolId, List<FirstClass> classes) {
        return classes.stream()
                .filter(first -> first.schoolId().equals(schoolId))
                .map(FirstClass::on)
                .findFirst()
                .orElse(null);
    }

    private static <T> Map<UUID, List<T>> byStudent(List<OfStudent<T>> found) {
        Function<OfStudent<T>, UUID> student = OfStudent::studentId;
        return found.stream().collect(groupingBy(student, mapping(OfStudent::value, toList())));
    }
}
