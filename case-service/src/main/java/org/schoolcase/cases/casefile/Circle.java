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
    private static final String FAMILY = """
            c.student_id IN (SELECT g.student_id FROM student_guardian g
                     WHERE g.guardian_id = :guardian AND g.educational_rights)""";

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
        if (reach != Reach.CHANGE && user.has(Role.SCHOOL_ADMIN)) {
            circle.add(SCHOOL, "schools", array(user));
        }
        if (reach == Reach.READ_WITH_FAMILY && user.has(Role.GUARDIAN)) {
            user.guardianId().ifPresent(guardian -> circle.add(FAMILY, "guardian", guardian));
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
        var member = user.has(Role.CASE_MANAGER) || (reach != Reach.CHANGE && user.has(Role.SERVICE_PROVIDER));
        if (member && user.staffId().isPresent()) {
            add(TEAM, "staff", user.staffId().get());
            parameters.put("anyRole", reach != Reach.CHANGE);
            parameters.put("today", today);
        }
    }

    private void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    private static boolean hasWholeDistrict(CurrentUser user, Reach reach) {
        return user.has(Role.COORDINATOR)
                || user.has(Role.DISTRICT_ADMIN)
                || (reach != Reach.CHANGE && user.has(Role.AUDITOR));
    }
}
