package org.schoolcase.students.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.students.access.Relation;

/**
 * The students among whom a caller's are, found by index, so that a search of somebody with few students looks at few. It may
 * hold more than the relation opens, never less: the relation decides, in the same select.
 */
@ApplicationScoped
public class Reach {

    private static final UUID[] NOBODY = {};

    private static final String IDS = """
            select c.student_id from student_school c where c.school_id = any(?)
            union all select c.student_id from teacher_student c where c.staff_id = any(?)
            union all select c.student_id from case_team c where c.staff_id = any(?)
            union all select c.student_id from student_guardian c where c.guardian_id = any(?)
            union all select coalesce(c.merged_into, c.id) from student c where c.id = any(?)""";

    private final CurrentUser user;

    Reach(CurrentUser user) {
        this.user = user;
    }

    /** The text put into a condition, with its values; empty when the caller sees the whole district. */
    public Query within(String before, Relation relation, String after) {
        if (relation.condition().equals("true")) {
            return Query.of("");
        }
        var staff = ids(user.staffId().stream().toList());
        return Query.of(
                before + IDS + after,
                user.schoolIds().toArray(UUID[]::new),
                staff,
                staff,
                ids(user.guardianId().stream().toList()),
                ids(user.studentId().stream().toList()));
    }

    private static UUID[] ids(List<UUID> ids) {
        return ids.isEmpty() ? NOBODY : new ArrayList<>(ids).toArray(UUID[]::new);
    }
}
