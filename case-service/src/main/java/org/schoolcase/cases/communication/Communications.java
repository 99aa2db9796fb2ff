package org.schoolcase.cases.communication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Reads the log. The attempts are counted on reading, so that one that was entered late has its place in time. */
@ApplicationScoped
class Communications {

    /** What of a case's log is wanted. */
    record Filter(
            Contact.@Nullable Purpose purpose,
            @Nullable UUID guardianId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private static final String SELECT = """
            SELECT e.id, e.case_id, e.guardian_id, e.party_role, e.party_name, e.staff_id, e.at, e.on_date, e.means,
                   e.direction, e.purpose, e.language, e.guardian_language, e.interpreter_name,
                   e.interpreter_qualification, e.language_reason, e.translation_mode, e.translation_understood,
                   e.outcome, e.in_reply_to, e.summary, e.sealed, e.supersedes, e.correction_reason, e.recorded_at,
                   n.id AS superseded_by,
                   CASE WHEN e.direction = 'OUTGOING' AND n.id IS NULL THEN
                       (SELECT CAST(count(*) AS integer) FROM communication_entry a
                         WHERE a.case_id = e.case_id AND a.purpose = e.purpose AND a.person = e.person
                           AND a.direction = 'OUTGOING' AND (a.at, a.id) <= (e.at, e.id)
                           AND NOT EXISTS (SELECT 1 FROM communication_entry l WHERE l.supersedes = a.id))
                   END AS attempt
            FROM communication_entry e LEFT JOIN communication_entry n ON n.supersedes = e.id
            WHERE e.case_id = ?""";

    private static final String SEALED_PART = "SELECT e.sealed_part FROM communication_entry e WHERE e.id = ?";

    private final Rows rows;
    private final SealKey key;

    Communications(Rows rows, SealKey key) {
        this.rows = rows;
        this.key = key;
    }

    Optional<Communication> find(UUID caseId, UUID id) {
        return rows.first(Query.of(SELECT, caseId).and("e.id = ?", id), CommunicationRow::read);
    }

    /** The sealed part, where there is one and the caller has the key. */
    Optional<String> sealedPart(UUID id) {
        var allowed = key.ofCase("e.case_id");
        var query = Query.of(SEALED_PART, id)
                .and("e.sealed")
                .and(allowed.sql(), allowed.values().toArray());
        return rows.first(query, row -> row.getString(1));
    }

    /** The newest first; one more than the limit. */
    List<Communication> list(UUID caseId, Filter filter, Cursor after, int limit) {
        var query = filtered(caseId, filter);
        if (!after.isStart()) {
            query = query.and("(e.at, e.id) < (?, ?)", after.instant(0).atOffset(ZoneOffset.UTC), after.uuid(1));
        }
        return rows.list(query.plus(" ORDER BY e.at DESC, e.id DESC LIMIT ?", limit + 1), CommunicationRow::read);
    }

    /** In order of time, superseded ones too; one more than the limit. */
    List<Communication> inOrderOfTime(UUID caseId, Filter filter, int limit) {
        var query = filtered(caseId, filter).plus(" ORDER BY e.at, e.id LIMIT ?", limit + 1);
        return rows.list(query, CommunicationRow::read);
    }

    private static Query filtered(UUID caseId, Filter filter) {
        var query = Query.of(SELECT, caseId);
        if (filter.purpose() != null) {
            query = query.and("e.purpose = ?", filter.purpose().name());
        }
        if (filter.guardianId() != null) {
            query = query.and("e.guardian_id = ?", filter.guardianId());
        }
        if (filter.from() != null) {
            query = query.and("e.on_date >= ?", filter.from());
        }
        if (filter.to() != null) {
            query = query.and("e.on_date <= ?", filter.to());
        }
        return query;
    }
}
