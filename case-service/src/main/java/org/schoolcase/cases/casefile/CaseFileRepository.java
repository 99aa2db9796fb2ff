package org.schoolcase.cases.casefile;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;

/** Stores and lists cases. */
@ApplicationScoped
class CaseFileRepository {

    /** What came of an attempt to store a new case. */
    enum Stored {
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

    private static final String TEAM = """
            SELECT staff_id, role, from_on, to_on FROM case_team_member WHERE case_id = :id ORDER BY from_on, staff_id, role
            """;

    private final Session session;
    private final AgroalDataSource database;

    CaseFileRepository(Session session, AgroalDataSource database) {
        this.session = session;
        this.database = database;
    }

    /**
     * Stores a new case with its case manager.
     *
     * @param wholeDistrict whether every student of the district is in the caller's reach
     * @param schools else those of these schools, as PostgreSQL writes an array
     */
    Stored open(CaseFile file, UUID caseManager, boolean wholeDistrict, String schools) {
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

    List<TeamMember> team(UUID caseId) {
        return session.createNativeQuery(TEAM, Tuple.class).setParameter("id", caseId).getResultList().stream()
                .map(CaseFileRepository::member)
                .toList();
    }

    /** The caller's cases, newest first; one more than the limit. */
    List<CaseFile> list(
            Circle circle, CaseFile.@Nullable Status status, @Nullable UUID studentId, Cursor after, int limit) {
        var sql = new StringBuilder("SELECT c.* FROM case_file c WHERE ").append(circle.sql());
        sql.append(status == null ? "" : " AND c.status = :status");
        sql.append(studentId == null ? "" : " AND c.student_id = :student");
        sql.append(after.isStart() ? "" : " AND c.id < :after");
        sql.append(" ORDER BY c.id DESC");
        var query = session.createNativeQuery(sql.toString(), CaseFile.class).setMaxResults(limit + 1);
        circle.bind(query);
        if (status != null) {
            query.setParameter("status", status.name());
        }
        if (studentId != null) {
            query.setParameter("student", studentId);
        }
        if (!after.isStart()) {
            query.setParameter("after", after.uuid(0));
        }
        return query.getResultList();
    }

    private static String array(CaseFile file) {
        return "{" + String.join(",", file.barriers().stream().map(Enum::name).toList()) + "}";
    }

    private static TeamMember member(Tuple row) {
        return new TeamMember(
                row.get("staff_id", UUID.class),
                TeamMember.Role.valueOf(row.get("role", String.class)),
                row.get("from_on", LocalDate.class),
                row.get("to_on", LocalDate.class));
    }
}
