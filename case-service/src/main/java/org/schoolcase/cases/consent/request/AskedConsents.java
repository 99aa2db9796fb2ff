package org.schoolcase.cases.consent.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores and finds requests for consent with their attempts; neither is ever changed. */
@ApplicationScoped
public class AskedConsents {

    private static final int MOST_OF_A_CASE = 200;

    private static final String ADD = """
            INSERT INTO consent_request (id, case_id, kind, scope, records, recipients, language, asked_of, sent_by,
                                         sent_on, notice_id, safeguards_id, requested_by, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_CASE = """
            SELECT r.*, k.id AS answered_by, k.decision AS answer
            FROM consent_request r LEFT JOIN consent k ON k.request_id = r.id
            WHERE r.case_id = ?""";

    private static final String ADD_ATTEMPT = """
            INSERT INTO consent_attempt (id, request_id, means, made_on, made_by, outcome, result, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ATTEMPTS =
            "SELECT * FROM consent_attempt WHERE request_id = ANY (?) ORDER BY made_on, id";

    private final Rows rows;
    private final CurrentUser user;
    private final Clock clock;

    AskedConsents(Rows rows, CurrentUser user, Clock clock) {
        this.rows = rows;
        this.user = user;
        this.clock = clock;
    }

    void add(AskedConsent asked) {
        rows.write(
                ADD,
                asked.id(),
                asked.caseId(),
                asked.kind().name(),
                asked.scope(),
                asked.records().toArray(String[]::new),
                asked.recipients().toArray(String[]::new),
                asked.language(),
                asked.askedOf(),
                asked.sentBy().name(),
                asked.sentOn(),
                asked.noticeId(),
                asked.safeguardsId(),
                user.staffId().orElse(null),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    void add(Attempt attempt) {
        rows.write(
                ADD_ATTEMPT,
                attempt.id(),
                attempt.requestId(),
                attempt.means().name(),
                attempt.madeOn(),
                attempt.madeBy(),
                attempt.outcome().name(),
                attempt.result(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** The requests of a case with their attempts, the newest first: two queries. */
    List<AskedConsent> ofCase(UUID caseId) {
        return read(Query.of(OF_CASE, caseId).plus(" ORDER BY r.id DESC LIMIT ?", MOST_OF_A_CASE));
    }

    /** One request of a case. */
    public Optional<AskedConsent> find(UUID caseId, UUID requestId) {
        return read(Query.of(OF_CASE, caseId).and("r.id = ?", requestId)).stream()
                .findFirst();
    }

    /** The newest unanswered request of a kind to a person; null is the adult student. */
    public Optional<AskedConsent> open(UUID caseId, ConsentKind kind, @Nullable UUID askedOf) {
        return read(Query.of(OF_CASE, caseId)
                        .and("r.kind = ?", kind.name())
                        .and("r.asked_of IS NOT DISTINCT FROM CAST(? AS uuid)", askedOf)
                        .and("k.id IS NULL")
                        .plus(" ORDER BY r.id DESC LIMIT 1"))
                .stream()
                .findFirst();
    }

    private List<AskedConsent> read(Query query) {
        var found = rows.list(query, row -> asked(row, List.of()));
        var ids = found.stream().map(AskedConsent::id).toArray(UUID[]::new);
        if (ids.length == 0) {
            return found;
        }
        var attempts = rows.list(Query.of(ATTEMPTS, (Object) ids), AskedConsents::attempt).stream()
                .collect(Collectors.groupingBy(Attempt::requestId));
        return found.stream().map(asked -> with(asked, attempts)).toList();
    }

    private static AskedConsent with(AskedConsent asked, Map<UUID, List<Attempt>> attempts) {
        return new AskedConsent(
                asked.id(),
                asked.caseId(),
                asked.kind(),
                asked.scope(),
                asked.records(),
                asked.recipients(),
                asked.language(),
                asked.askedOf(),
                asked.sentBy(),
                asked.sentOn(),
                asked.noticeId(),
                asked.safeguardsId(),
                asked.answeredBy(),
                asked.answer(),
                attempts.getOrDefault(asked.id(), List.of()));
    }

    private static AskedConsent asked(ResultSet row, List<Attempt> attempts) throws SQLException {
        return new AskedConsent(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                ConsentKind.valueOf(row.getString("kind")),
                row.getString("scope"),
                texts(row, "records"),
                texts(row, "recipients"),
                row.getString("language"),
                row.getObject("asked_of", UUID.class),
                AskedConsent.Sending.valueOf(row.getString("sent_by")),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("notice_id", UUID.class),
                row.getObject("safeguards_id", UUID.class),
                row.getObject("answered_by", UUID.class),
                row.getString("answer"),
                attempts);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                Attempt.Means.valueOf(row.getString("means")),
                row.getObject("made_on", LocalDate.class),
                row.getObject("made_by", UUID.class),
                Attempt.Outcome.valueOf(row.getString("outcome")),
                row.getString("result"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
