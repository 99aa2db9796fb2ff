package org.schoolcase.cases.consent.exception;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores and lists exceptions from consent, and ends them. */
@ApplicationScoped
public class ConsentExceptions {

    private static final int MOST_OF_A_CASE = 200;

    private static final String ADD = """
            INSERT INTO consent_exception (id, case_id, kind, ground, explanation, document_reference, request_id, decided_on,
                                           decided_by, recorded_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """;

    private static final String OF_CASE = "SELECT * FROM consent_exception WHERE case_id = ? ORDER BY id DESC LIMIT ?";

    /** A refusal does not end what was decided over it. */
    private static final String END = """
            UPDATE consent_exception SET ended_on = greatest(decided_on, ?), ended_because = 'ANSWERED', version = version + 1
            WHERE case_id = ? AND kind = ? AND ended_on IS NULL AND (? OR ground <> 'OVERRIDE_DECIDED')
            """;

    private static final String USE = """
            UPDATE consent_exception SET ended_on = greatest(decided_on, ?), ended_because = 'USED', version = version + 1
            WHERE case_id = ? AND kind = ? AND ended_on IS NULL
            RETURNING id
            """;

    private static final String WITHDRAW = """
            UPDATE consent_exception SET ended_on = greatest(decided_on, ?), ended_because = 'WITHDRAWN',
                withdrawal_reason = ?, withdrawn_by = ?, version = version + 1
            WHERE id = ? AND ended_on IS NULL
            RETURNING *
            """;

    private final Rows rows;
    private final CurrentUser user;
    private final Clock clock;

    ConsentExceptions(Rows rows, CurrentUser user, Clock clock) {
        this.rows = rows;
        this.user = user;
        this.clock = clock;
    }

    void add(ConsentException made) {
        rows.write(
                ADD,
                made.id(),
                made.caseId(),
                made.kind().name(),
                made.ground().name(),
                made.explanation(),
                made.documentReference(),
                made.requestId(),
                made.decidedOn(),
                user.staffId().orElse(null),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** A holder of rights answered after all: the exception from that kind of consent holds no more. */
    public void answered(UUID caseId, ConsentKind kind, boolean given, LocalDate on) {
        rows.write(END, on, caseId, kind.name(), given);
    }

    /** The evaluation that they let go on is decided upon; answers which they were. */
    public List<UUID> used(UUID caseId, ConsentKind kind, LocalDate on) {
        return rows.list(Query.of(USE, on, caseId, kind.name()), row -> row.getObject(1, UUID.class));
    }

    /** As it is withdrawn; empty when it holds no more. */
    Optional<ConsentException> withdraw(UUID id, LocalDate on, String reason) {
        return rows.first(
                Query.of(WITHDRAW, on, reason, user.staffId().orElse(null), id), ConsentExceptions::exception);
    }

    Optional<ConsentException> find(UUID caseId, UUID id) {
        return rows.first(
                Query.of("SELECT * FROM consent_exception WHERE case_id = ? AND id = ?", caseId, id),
                ConsentExceptions::exception);
    }

    /** The exceptions of a case, the newest first. */
    List<ConsentException> ofCase(UUID caseId) {
        return rows.list(Query.of(OF_CASE, caseId, MOST_OF_A_CASE), ConsentExceptions::exception);
    }

    private static ConsentException exception(ResultSet row) throws SQLException {
        var ground = ExceptionGround.valueOf(row.getString("ground"));
        return new ConsentException(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                ConsentKind.valueOf(row.getString("kind")),
                ground,
                row.getString("explanation"),
                row.getString("document_reference"),
                row.getObject("request_id", UUID.class),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_because"),
                row.getString("withdrawal_reason"),
                ground.citation());
    }
}
