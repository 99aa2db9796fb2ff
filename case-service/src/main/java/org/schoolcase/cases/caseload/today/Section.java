package org.schoolcase.cases.caseload.today;

import java.util.Arrays;
import org.schoolcase.kit.problem.ProblemException;

/** A part of the caseload page, with the select that finds its things among {@code mine}, the caller's open cases. */
enum Section {
    OVERDUE("overdue", Sql.DUE + Sql.DUE_TASKS),
    DUE_SOON("due-soon", Sql.DUE + Sql.DUE_TASKS),
    MEETINGS("meetings", Sql.MEETINGS),
    UNANSWERED("unanswered", Sql.UNANSWERED),
    DRAFTS("drafts", Sql.DRAFTS),
    NEW("new", Sql.NEW);

    static final String PATHS = "overdue|due-soon|meetings|unanswered|drafts|new";

    private final String path;
    private final String select;

    Section(String path, String select) {
        this.path = path;
        this.select = select;
    }

    static Section at(String path) {
        return Arrays.stream(values())
                .filter(section -> section.path.equals(path))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    String path() {
        return path;
    }

    String select() {
        return select;
    }

    /** What is new begins with the newest; everything else with the earliest. */
    boolean newestFirst() {
        return this == NEW;
    }

    /** The selects; OFFSET 0 lets the view be asked case by case, not for the whole district. Each takes its values in the order that {@link TodayData} gives them. */
    private static final class Sql {

        private static final String DUE = """
                SELECT 'DEADLINE' AS kind, d.id AS subject_id, d.case_id, d.step AS code, d.due_on AS on_date,
                       CAST(NULL AS timestamptz) AS at
                FROM mine JOIN case_deadline d ON d.case_id = mine.case_id
                WHERE d.status = 'OPEN' AND d.due_on >= ? AND d.due_on < ?
                """;

        private static final String DUE_TASKS = """
                UNION ALL
                SELECT 'TASK', t.id, t.case_id, t.kind, t.due_on, NULL
                FROM case_task t
                WHERE t.owner_id = ? AND t.state = 'OPEN' AND t.due_on >= ? AND t.due_on < ?
                """;

        private static final String MEETINGS = """
                SELECT d.kind, d.subject_id, d.case_id, d.code, d.due_on AS on_date, CAST(NULL AS timestamptz) AS at
                FROM mine CROSS JOIN LATERAL (
                    SELECT * FROM case_duty o WHERE o.case_id = mine.case_id AND o.kind = 'MEETING' OFFSET 0) d
                WHERE d.due_on >= ? AND d.due_on < ?
                """;

        private static final String UNANSWERED = """
                SELECT d.kind, d.subject_id, d.case_id, d.code, d.since AS on_date, CAST(NULL AS timestamptz) AS at
                FROM mine CROSS JOIN LATERAL (
                    SELECT * FROM case_duty o WHERE o.case_id = mine.case_id
                     AND o.kind IN ('CONSENT_REQUEST', 'REFERRAL_DECISION') OFFSET 0) d
                """;

        /** Drafts that the person fills in; those that nobody on the team does are duties of the case and its manager's. */
        private static final String DRAFTS = """
                SELECT 'DRAFT' AS kind, a.id AS subject_id, a.case_id, a.instrument_key COLLATE "default" AS code,
                       a.administered_on AS on_date, CAST(NULL AS timestamptz) AS at
                FROM mine JOIN case_assessment a ON a.case_id = mine.case_id
                WHERE a.status = 'DRAFT' AND coalesce(a.taken_over_by, a.assessor_id) = ?
                UNION ALL
                SELECT d.kind, d.subject_id, d.case_id, d.code, d.since, NULL
                FROM mine JOIN case_team_member m ON m.case_id = mine.case_id AND m.staff_id = ?
                 AND m.role = 'CASE_MANAGER' AND m.to_on IS NULL CROSS JOIN LATERAL (
                    SELECT * FROM case_duty o WHERE o.case_id = mine.case_id AND o.kind = 'DRAFT' OFFSET 0) d
                """;

        private static final String NEW = """
                SELECT 'CASE' AS kind, m.case_id AS subject_id, m.case_id, m.role AS code, m.from_on AS on_date,
                       m.added_at AS at
                FROM mine JOIN case_team_member m ON m.case_id = mine.case_id
                WHERE m.staff_id = ? AND m.added_at > ?
                UNION ALL
                SELECT 'HAPPENING', h.id, h.case_id, CASE WHEN h.sealed THEN 'SEALED' ELSE h.kind END, h.on_date,
                       h.recorded_at
                FROM mine JOIN case_happening h ON h.case_id = mine.case_id
                WHERE h.id >= ? AND h.recorded_at > ? AND h.by_staff IS DISTINCT FROM ?
                """;
    }
}
