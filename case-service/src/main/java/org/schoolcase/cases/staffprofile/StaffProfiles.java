package org.schoolcase.cases.staffprofile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** The stored copy of the staff, and who of it may work with a student. */
@ApplicationScoped
public class StaffProfiles {

    /** What is known of a person who is to work on a case. */
    public enum Standing {
        /** The district never told of him, or he has left. */
        UNKNOWN,
        /** He works neither at the student's school nor for the whole district. */
        WITHOUT_RELATION,
        FIT
    }

    private static final String STORE = """
            INSERT INTO staff_profile (id, version, given_name, family_name, school_ids, active)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (district_id, id) DO UPDATE SET
                version = excluded.version, given_name = excluded.given_name, family_name = excluded.family_name,
                school_ids = excluded.school_ids, active = excluded.active
            WHERE staff_profile.version < excluded.version
            """;

    private static final String RELATED = """
            SELECT s.id FROM student_profile s, staff_profile p
            WHERE p.id = ? AND s.id = ANY (?) AND (p.school_ids = '{}' OR p.school_ids && s.school_ids)
            """;

    private final Rows rows;

    StaffProfiles(Rows rows) {
        this.rows = rows;
    }

    /**
     * Whether a person may work with a student: the staff of the student's school, and those without a school, who work
     * for the whole district.
     */
    public Standing standing(UUID staffId, UUID studentId) {
        if (!isKnown(staffId)) {
            return Standing.UNKNOWN;
        }
        return related(staffId, List.of(studentId)).isEmpty() ? Standing.WITHOUT_RELATION : Standing.FIT;
    }

    /** Whether the district told of the person, and he has not left. */
    public boolean isKnown(UUID staffId) {
        return rows.first(
                        Query.of("SELECT true FROM staff_profile WHERE id = ? AND active", staffId),
                        row -> row.getBoolean(1))
                .isPresent();
    }

    /** Those of the students that the person may work with. */
    public Set<UUID> related(UUID staffId, List<UUID> studentIds) {
        return new HashSet<>(rows.list(
                Query.of(RELATED, staffId, studentIds.toArray(UUID[]::new)), row -> row.getObject(1, UUID.class)));
    }

    void store(StaffState state) {
        rows.write(
                STORE,
                state.staffId(),
                state.version(),
                state.givenName(),
                state.familyName(),
                state.schoolIds().toArray(UUID[]::new),
                state.active());
    }

    void remove(UUID staffId) {
        rows.write("DELETE FROM staff_profile WHERE id = ?", staffId);
    }
}
