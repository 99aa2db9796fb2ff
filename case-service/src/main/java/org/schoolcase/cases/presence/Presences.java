package org.schoolcase.cases.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Keeps who has what open, in the database, so that every replica knows it and its one clock decides who has left. */
@ApplicationScoped
class Presences {

    private static final int MOST_OF_ONE_PERSON = 20;

    private static final String HERE = "seen_at > clock_timestamp() - interval '45 seconds'";

    private static final String BEAT = """
            INSERT INTO case_presence AS p (case_id, staff_id, resource, section, role, since, seen_at)
            SELECT v.case_id, v.staff_id, v.resource, v.section, v.role, clock_timestamp(), clock_timestamp()
            FROM (VALUES (CAST(? AS uuid), CAST(? AS uuid), CAST(? AS text), CAST(? AS text), CAST(? AS text)))
                 AS v(case_id, staff_id, resource, section, role)
            WHERE (SELECT count(*) FROM case_presence o
                   WHERE o.case_id = v.case_id AND o.staff_id = v.staff_id
                     AND (o.resource, o.section) <> (v.resource, v.section) AND o.%1$s) < ?
            ON CONFLICT (district_id, case_id, staff_id, resource, section) DO UPDATE SET
                since = CASE WHEN p.%1$s THEN p.since ELSE excluded.since END,
                role = excluded.role, seen_at = excluded.seen_at
            """.formatted(HERE);

    private static final String OF_CASE = "SELECT staff_id, role, resource, section, since FROM case_presence"
            + " WHERE case_id = ? AND " + HERE + " ORDER BY since, staff_id, resource, section LIMIT 500";

    private static final String LEAVE = """
            DELETE FROM case_presence WHERE case_id = ? AND staff_id = ?
               AND (CAST(? AS text) IS NULL OR resource = ?)
            """;

    private static final String DELETE_LEFT = "DELETE FROM case_presence WHERE NOT " + HERE;

    private final Rows rows;

    Presences(Rows rows) {
        this.rows = rows;
    }

    /** Notes a heartbeat; false when the person has too much of the case open already. */
    boolean beat(UUID caseId, UUID staffId, String role, PresenceRequest what) {
        return rows.write(BEAT, caseId, staffId, what.resource(), what.sectionOrWhole(), role, MOST_OF_ONE_PERSON) > 0;
    }

    PresenceView of(UUID caseId) {
        return new PresenceView(caseId, rows.list(Query.of(OF_CASE, caseId), Presences::viewer));
    }

    /** The person has left one resource of the case, or all of it. */
    void leave(UUID caseId, UUID staffId, @Nullable String resource) {
        rows.write(LEAVE, caseId, staffId, resource, resource);
    }

    /** Deletes what no longer counts. */
    int deleteLeft() {
        return rows.write(DELETE_LEFT);
    }

    private static PresenceView.Viewer viewer(ResultSet row) throws SQLException {
        var section = row.getString("section");
        return new PresenceView.Viewer(
                row.getObject("staff_id", UUID.class),
                row.getString("role"),
                row.getString("resource"),
                section.isEmpty() ? null : section,
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
