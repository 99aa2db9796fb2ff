package org.schoolcase.cases.deadlinequeue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Marks cases and hands them out; a mark and what caused it are one transaction, so that a crash loses neither. */
@ApplicationScoped
public class DirtyCases {

    /** What changed. */
    public enum Because {
        CALENDAR,
        RULE,
        LAW,
        FACT,
        SCHOOL
    }

    /** A case to compute anew. */
    public record Taken(UUID caseId, Because because) {}

    /** Not of those that are set aside, until their time has come or new data have. */
    public static final String DUE = "(failed_at IS NULL OR retry_at <= now() OR marked_at > failed_at)";

    private static final String MARK_ALL = """
            INSERT INTO deadline_dirty (case_id, because)
            SELECT DISTINCT case_id, ? FROM case_deadline WHERE status <> 'ENDED' ORDER BY case_id
            ON CONFLICT (district_id, case_id) DO UPDATE SET because = excluded.because, marked_at = now()
            """;

    private static final String MARK = """
            INSERT INTO deadline_dirty (case_id, because) VALUES (?, ?)
            ON CONFLICT (district_id, case_id) DO UPDATE SET because = excluded.because, marked_at = now()
            """;

    /** Passes over those that another process has, or that somebody is just marking again. */
    private static final String TAKE = """
            DELETE FROM deadline_dirty WHERE case_id = ANY (ARRAY(
                SELECT case_id FROM deadline_dirty WHERE %s ORDER BY case_id LIMIT ? FOR UPDATE SKIP LOCKED))
            RETURNING case_id, because
            """.formatted(DUE);

    private static final String TAKE_ONE = """
            DELETE FROM deadline_dirty WHERE case_id = ANY (ARRAY(
                SELECT case_id FROM deadline_dirty WHERE case_id = ? AND %s FOR UPDATE SKIP LOCKED))
            RETURNING case_id, because
            """.formatted(DUE);

    private static final String NEXT = "SELECT case_id FROM deadline_dirty WHERE " + DUE + " ORDER BY case_id LIMIT ?";

    /** Longer each time, up to six hours. */
    private static final String SET_ASIDE = """
            UPDATE deadline_dirty
               SET failures = failures + 1, failed_at = now(),
                   retry_at = now() + least(interval '1 minute' * power(2, least(failures, 10)), interval '6 hours')
             WHERE case_id = ?
            """;

    private final Rows rows;

    DirtyCases(Rows rows) {
        this.rows = rows;
    }

    /** All cases of the district with running deadlines. */
    public int markDistrict(Because because) {
        return rows.write(MARK_ALL, because.name());
    }

    public void mark(UUID caseId, Because because) {
        rows.write(MARK, caseId, because.name());
    }

    /** Takes some marks away; they come back when the transaction fails. */
    public List<Taken> take(int most) {
        return taken(Query.of(TAKE, most));
    }

    /** Takes the mark of one, if nobody else has it. */
    public List<Taken> takeOne(UUID caseId) {
        return taken(Query.of(TAKE_ONE, caseId));
    }

    /** Whose turn it is next. */
    public List<UUID> next(int most) {
        return rows.list(Query.of(NEXT, most), row -> row.getObject(1, UUID.class));
    }

    /** It stays marked, and is tried again later. */
    public void setAside(UUID caseId) {
        rows.write(SET_ASIDE, caseId);
    }

    private List<Taken> taken(Query query) {
        return rows.list(query, row -> new Taken(row.getObject(1, UUID.class), Because.valueOf(row.getString(2))));
    }
}
