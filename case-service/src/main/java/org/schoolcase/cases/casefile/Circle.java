package org.schoolcase.cases.casefile;

import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/**
 * The cases open to one caller, as a condition on {@code case_file c}. It names only the relations that the caller can
 * have, so that the database starts from them and not from all cases of the district.
 */
public final class Circle {

    private static final String TEAM = """
            c.id IN (SELECT m.case_id FROM case_team_member m WHERE m.staff_id = :staff
                     AND m.from_on <= :today AND (m.to_on IS NULL OR m.to_on >= :today)
                     AND (m.role = 'CASE_MANAGER' OR :anyRole))""";
    private static final String SCHOOL = """
            c.student_id IN (SELECT s.id FROM student_profile s WHERE s.school_ids && CAST(:schools AS uuid[]))""";
    private static final String ASSESSOR = """
            c.id IN (SELECT m.case_id FROM case_team_member m WHERE m.staff_id = :assessor
                     AND m.from_on <= :assessedOn AND (m.to_on IS NULL OR m.to_on >= :assessedOn) AND (
            """;
    private static final String PLANNED = """
            EXISTS (SELECT FROM evaluation e JOIN evaluation_area a ON a.evaluation_id = e.id
                     WHERE e.case_id = m.case_id AND e.reported_on IS NULL AND a.assessor_id = :assessor)""";
    private static final String DRAFTING = """
            EXISTS (SELECT FROM case_assessment d WHERE d.case_id = m.case_id AND d.status = 'DRAFT'
                     AND coalesce(d.taken_over_by, d.assessor_id) = :assessor)""";
    private static final String FAMILY = """
            c.student_id IN (SELECT g.student_id FROM student_guardian g
                     WHERE g.guardian_id = :guardian AND g.educational_rights AND g.may_contact)""";
    private static final String HIMSELF = """
            c.student_id IN (SELECT s.id FROM student_profile s
                     WHERE s.student_holds_rights AND s.id = surviving_of(:self))""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Circle() {}

    static Circle of(CurrentUser user, Reach reach, LocalDate today) {
        var circle = new Circle();
        if (hasWholeDistrict(user, reach)) {
            circle.conditions.add("true");
            return circle;
        }
        circle.addTeam(user, reach, today);
        if (reach.reads() && user.acts(Role.SCHOOL_ADMIN)) {
            circle.add(SCHOOL, "schools", array(user));
        }
        if (reach == Reach.READ_WITH_FAMILY) {
            circle.addFamily(user);
        }
        return circle;
    }

    /** The condition, in parentheses. */
    public String sql() {
        return conditions.isEmpty() ? "(false)" : "(" + String.join(" OR ", conditions) + ")";
    }

    /** Binds what the condition names. */
    public void bind(Query query) {
        parameters.forEach(query::setParameter);
    }

    /** The caller's schools as PostgreSQL writes an array. */
    public static String array(CurrentUser user) {
        return user.schoolIds().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private void addTeam(CurrentUser user, Reach reach, LocalDate today) {
        var works = user.acts(Role.SERVICE_PROVIDER) || user.acts(Role.TEACHER);
        var member = user.acts(Role.CASE_MANAGER) || (reach.isOfWholeTeam() && works);
        if (member && user.staffId().isPresent()) {
            add(TEAM, "staff", user.staffId().get());
            parameters.put("anyRole", reach.isOfWholeTeam());
            parameters.put("today", today);
        }
        var assesses = works || user.acts(Role.CASE_MANAGER);
        if (assesses && user.staffId().isPresent() && (reach == Reach.ASSESS || reach == Reach.FILL_IN)) {
            var named = reach == Reach.ASSESS ? PLANNED : PLANNED + " OR " + DRAFTING;
            add(ASSESSOR + named + "))", "assessor", user.staffId().get());
            parameters.put("assessedOn", today);
        }
    }

    private void addFamily(CurrentUser user) {
        if (user.acts(Role.GUARDIAN)) {
            user.guardianId().ifPresent(guardian -> add(FAMILY, "guardian", guardian));
        }
        if (user.acts(Role.STUDENT)) {
            user.studentId().ifPresent(student -> add(HIMSELF, "self", student));
        }
    }

    private void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    private static boolean hasWholeDistrict(CurrentUser user, Reach reach) {
        return user.acts(Role.COORDINATOR)
                || user.acts(Role.DISTRICT_ADMIN)
                || (reach.reads() && user.acts(Role.AUDITOR));
    }
}
