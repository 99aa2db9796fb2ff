package org.schoolcase.cases.caseload.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Reads the caseload page: one statement for each part, which starts from the caller's cases and not from the district's. */
@ApplicationScoped
class TodayData {

    /** Whose page it is, on which day, how far it looks ahead, and since when things are new. */
    record Question(UUID staffId, LocalDate today, int days, Instant since) {}

    static final int MEETING_DAYS = 30;

    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);
    private static final long SLACK_MILLIS = 60_000;

    private static final String MINE = """
            WITH mine AS MATERIALIZED (
                SELECT DISTINCT m.case_id FROM case_team_member m JOIN case_file c ON c.id = m.case_id
                WHERE m.staff_id = ? AND m.from_on <= ? AND (m.to_on IS NULL OR m.to_on >= ?) AND c.status = 'OPEN'
            ), part AS (
            """;

    private static final String PAGE = """
            ), page AS (
                SELECT * FROM part WHERE true %s ORDER BY %s LIMIT ?
            )
            SELECT p.kind, p.subject_id, p.case_id, c.student_id, s.given_name, s.family_name, p.code, p.on_date, p.at
            FROM page p JOIN case_file c ON c.id = p.case_id LEFT JOIN student_profile s ON s.id = c.student_id
            ORDER BY %s
            """;

    private final Rows rows;

    TodayData(Rows rows) {
        this.rows = rows;
    }

    /** The things of a part; one more than the limit. */
    List<TodayItem> list(Section section, Question question, Cursor after, int limit) {
        return rows.list(query(section, question, after, limit), TodayData::item);
    }

    /** The statement of a part, also for its plan. */
    static Query query(Section section, Question question, Cursor after, int limit) {
        var query = values(Query.of(MINE, question.staffId(), question.today(), question.today()), section, question);
        return section.newestFirst() ? newest(query, after, limit) : earliest(query, after, limit);
    }

    Optional<Instant> seen(UUID staffId) {
        return rows.first(
                Query.of("SELECT seen_at FROM caseload_seen WHERE staff_id = ?", staffId),
                row -> row.getObject(1, OffsetDateTime.class).toInstant());
    }

    /** Sets the mark, never back; answers where it is now. */
    Instant see(UUID staffId, Instant upTo) {
        return rows.first(
                        Query.of("""
                        INSERT INTO caseload_seen (staff_id, seen_at) VALUES (?, ?)
                        ON CONFLICT (district_id, staff_id) DO UPDATE SET
                            seen_at = greatest(caseload_seen.seen_at, excluded.seen_at)
                        RETURNING seen_at
                        """, staffId, upTo.atOffset(ZoneOffset.UTC)),
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .orElseThrow();
    }

    private static Query values(Query query, Section section, Question q) {
        var since = q.since().atOffset(ZoneOffset.UTC);
        return switch (section) {
            case OVERDUE -> due(query, q, BEGINNING, q.today());
            case DUE_SOON -> due(query, q, q.today(), q.today().plusDays(q.days() + 1L));
            case MEETINGS -> query.plus(section.select(), q.today(), q.today().plusDays(MEETING_DAYS + 1L));
            case UNANSWERED -> query.plus(section.select());
            case DRAFTS -> query.plus(section.select(), q.staffId(), q.staffId());
            case NEW -> query.plus(section.select(), q.staffId(), since, firstIdOf(q.since()), since, q.staffId());
        };
    }

    private static Query due(Query query, Question q, LocalDate from, LocalDate before) {
        return query.plus(Section.DUE_SOON.select(), from, before, q.staffId(), from, before);
    }

    private static Query earliest(Query query, Cursor after, int limit) {
        var order = "on_date, subject_id";
        var from = after.isStart() ? "" : "AND (on_date, subject_id) > (?, ?)";
        var page = PAGE.formatted(from, order, order);
        return after.isStart()
                ? query.plus(page, limit + 1)
                : query.plus(page, LocalDate.parse(after.text(0)), after.uuid(1), limit + 1);
    }

    private static Query newest(Query query, Cursor after, int limit) {
        var order = "at DESC, subject_id DESC";
        var from = after.isStart() ? "" : "AND (at, subject_id) < (?, ?)";
        var page = PAGE.formatted(from, order, order);
        return after.isStart()
                ? query.plus(page, limit + 1)
                : query.plus(page, after.instant(0).atOffset(ZoneOffset.UTC), after.uuid(1), limit + 1);
    }

    /** Ids begin with their time (RFC 9562, version 7), so that older happenings need not be read. */
    private static UUID firstIdOf(Instant since) {
        return new UUID(((since.toEpochMilli() - SLACK_MILLIS) << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    private static TodayItem item(ResultSet row) throws SQLException {
        var kind = TodayItem.Kind.valueOf(row.getString("kind"));
        var caseId = row.getObject("case_id", UUID.class);
        var subjectId = row.getObject("subject_id", UUID.class);
        var at = row.getObject("at", OffsetDateTime.class);
        return new TodayItem(
                kind,
                subjectId,
                caseId,
                row.getObject("student_id", UUID.class),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("code"),
                row.getObject("on_date", LocalDate.class),
                at == null ? null : at.toInstant(),
                kind.href(caseId, subjectId));
    }
}
