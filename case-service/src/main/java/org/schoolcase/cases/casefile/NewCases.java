package org.schoolcase.cases.casefile;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;

/** Stores new cases. */
@ApplicationScoped
public class NewCases {

    /** What came of an attempt to store a new case. */
    public enum Stored {
        DONE,
        STUDENT_OUT_OF_REACH,
        ALREADY_OPEN
    }

    /** Checks the relation, checks that no case is open, and stores case and case manager: one round trip for a write. */
    private static final String OPEN = """
            WITH student AS (
                SELECT s.id FROM student_profile s
                WHERE s.id = ? AND (? OR s.school_ids && CAST(? AS uuid[]))
            ), opened AS (
                INSERT INTO case_file (id, student_id, source, reason, barriers, received_on, opened_on, status, version)
                SELECT ?, student.id, ?, ?, CAST(? AS text[]), ?, ?, 'OPEN', 0
                FROM student
                ON CONFLICT (district_id, student_id) WHERE status = 'OPEN' AND parallel_to IS NULL DO NOTHING
                RETURNING id
            ), manager AS (
                INSERT INTO case_team_member (case_id, staff_id, role, from_on)
                SELECT id, ?, 'CASE_MANAGER', ? FROM opened
            )
            SELECT EXISTS (SELECT 1 FROM student) AS known, EXISTS (SELECT 1 FROM opened) AS stored
            """;

    private final AgroalDataSource database;

    NewCases(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Stores a new case with its case manager.
     *
     * @param wholeDistrict whether every student of the district is in the caller's reach
     * @param schools else those of these schools, as PostgreSQL writes an array
     */
    public Stored open(CaseFile file, UUID caseManager, boolean wholeDistrict, String schools) {
        try (var connection = database.getConnection();
                var open = connection.prepareStatement(OPEN)) {
            int next = 1;
            open.setObject(next++, file.studentId());
            open.setBoolean(next++, wholeDistrict);
            open.setString(next++, schools);
            open.setObject(next++, file.id());
            open.setString(next++, file.source().name());
            open.setString(next++, file.reason());
            open.setString(next++, array(file));
            open.setObject(next++, file.receivedOn());
            open.setObject(next++, file.openedOn());
            open.setObject(next++, caseManager);
            open.setObject(next, file.openedOn());
            try (var row = open.executeQuery()) {
                row.next();
                return stored(row.getBoolean("known"), row.getBoolean("stored"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The case could not be stored", e);
        }
    }

    private static Stored stored(boolean known, boolean stored) {
        if (known) {
            return stored ? Stored.DONE : Stored.ALREADY_OPEN;
        }
        return Stored.STUDENT_OUT_OF_REACH;
    }

    private static String array(CaseFile file) {
        return "{" + String.join(",", file.barriers().stream().map(Enum::name).toList()) + "}";
    }
}
