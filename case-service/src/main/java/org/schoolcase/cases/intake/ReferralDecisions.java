package org.schoolcase.cases.intake;

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

/** Stores and lists decisions about referrals; they are never changed. */
@ApplicationScoped
class ReferralDecisions {

    private static final int MOST_OF_A_CASE = 200;

    private static final String ADD = """
            INSERT INTO referral_decision
                (id, case_id, decision, reason, decided_on, decided_by, supersedes, supersedes_reason, meeting_on,
                 recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_CASE = """
            SELECT d.*, NOT EXISTS (SELECT FROM referral_decision s WHERE s.supersedes = d.id) AS in_force
            FROM referral_decision d WHERE d.case_id = ? ORDER BY d.id DESC LIMIT ?
            """;

    private final Rows rows;
    private final Clock clock;

    ReferralDecisions(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void add(ReferralDecision decision) {
        rows.write(
                ADD,
                decision.id(),
                decision.caseId(),
                decision.decision().name(),
                decision.reason(),
                decision.decidedOn(),
                decision.decidedBy(),
                decision.supersedes(),
                decision.supersedesReason(),
                decision.meetingOn(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** The decisions of a case, the newest first. */
    List<ReferralDecision> ofCase(UUID caseId) {
        return rows.list(Query.of(OF_CASE, caseId, MOST_OF_A_CASE), ReferralDecisions::decision);
    }

    Optional<ReferralDecision> inForce(UUID caseId) {
        return rows.first(Query.of(OF_CASE, caseId, 1), ReferralDecisions::decision);
    }

    private static ReferralDecision decision(ResultSet row) throws SQLException {
        return new ReferralDecision(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                ReferralDecision.Choice.valueOf(row.getString("decision")),
                row.getString("reason"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("decided_by", UUID.class),
                row.getObject("supersedes", UUID.class),
                row.getString("supersedes_reason"),
                row.getObject("meeting_on", LocalDate.class),
                row.getBoolean("in_force"));
    }
}
