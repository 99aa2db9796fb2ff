package org.schoolcase.cases.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores and lists notices; they are never changed. */
@ApplicationScoped
class Notices {

    private static final int MOST_OF_A_CASE = 200;

    private static final String ADD = """
            INSERT INTO notice (id, case_id, kind, decision_id, occasion, proposes, action, why, basis, safeguards, help_sources,
                                other_options, other_factors, language, language_note, delivery, given_on, guardian_ids,
                                to_student, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_CASE = "SELECT * FROM notice WHERE case_id = ? ORDER BY id DESC LIMIT ?";

    private static final String DECIDED_ON = "SELECT decided_on FROM referral_decision WHERE case_id = ? AND id = ?";

    private final Rows rows;
    private final Clock clock;

    Notices(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void add(Notice notice) {
        var content = notice.content() == null ? NoticeContent.NONE : notice.content();
        rows.write(
                ADD,
                notice.id(),
                notice.caseId(),
                notice.kind().name(),
                notice.decisionId(),
                notice.occasion() == null ? null : notice.occasion().name(),
                notice.proposes() == null ? null : notice.proposes().name(),
                content.action(),
                content.why(),
                content.basis(),
                content.safeguards(),
                content.helpSources(),
                content.otherOptions(),
                content.otherFactors(),
                notice.language(),
                notice.languageNote(),
                notice.delivery().name(),
                notice.givenOn(),
                notice.guardianIds().toArray(UUID[]::new),
                notice.toStudent(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** The notices of a case, the newest first. */
    List<Notice> ofCase(UUID caseId) {
        return rows.list(Query.of(OF_CASE, caseId, MOST_OF_A_CASE), Notices::notice);
    }

    /** When a decision about the case's referral was made. */
    Optional<LocalDate> decidedOn(UUID caseId, UUID decisionId) {
        return rows.first(Query.of(DECIDED_ON, caseId, decisionId), row -> row.getObject(1, LocalDate.class));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        var kind = NoticeKind.valueOf(row.getString("kind"));
        var occasion = row.getString("occasion");
        var proposes = row.getString("proposes");
        return new Notice(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                kind,
                row.getObject("decision_id", UUID.class),
                occasion == null ? null : Occasion.valueOf(occasion),
                proposes == null ? null : Proposal.valueOf(proposes),
                kind == NoticeKind.PRIOR_WRITTEN ? content(row) : null,
                row.getString("language"),
                row.getString("language_note"),
                Delivery.valueOf(row.getString("delivery")),
                row.getObject("given_on", LocalDate.class),
                Rows.uuids(row, "guardian_ids"),
                row.getBoolean("to_student"),
                kind.citation());
    }

    private static NoticeContent content(ResultSet row) throws SQLException {
        return new NoticeContent(
                row.getString("action"),
                row.getString("why"),
                row.getString("basis"),
                row.getString("safeguards"),
                row.getString("help_sources"),
                row.getString("other_options"),
                row.getString("other_factors"));
    }
}
