package org.schoolcase.cases.assessmentplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.notice.Delivery;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores and lists assessment plans; they are never changed, a newer one is another plan. */
@ApplicationScoped
class AssessmentPlans {

    private static final int MOST_OF_A_CASE = 200;

    private static final String ADD = """
            INSERT INTO assessment_plan (id, case_id, assessments, language, language_note, delivery, sent_on, received_on,
                                         guardian_ids, to_student, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_CASE = "SELECT * FROM assessment_plan WHERE case_id = ? ORDER BY id DESC LIMIT ?";

    private static final String ABOUT_ASSESSMENTS =
            "SELECT 1 FROM consent WHERE id = ? AND kind IN ('EVALUATION', 'REEVALUATION')";

    private final Rows rows;
    private final Clock clock;

    AssessmentPlans(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void add(AssessmentPlan plan) {
        rows.write(
                ADD,
                plan.id(),
                plan.caseId(),
                plan.assessments().toArray(String[]::new),
                plan.language(),
                plan.languageNote(),
                plan.delivery().name(),
                plan.sentOn(),
                plan.receivedOn(),
                plan.guardianIds().toArray(UUID[]::new),
                plan.toStudent(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** The plans of a case, the newest first. */
    List<AssessmentPlan> ofCase(UUID caseId) {
        return rows.list(Query.of(OF_CASE, caseId, MOST_OF_A_CASE), AssessmentPlans::plan);
    }

    /** Whether a consent, given or refused, is one to be assessed. */
    boolean isAnsweredBy(UUID consentId) {
        return rows.first(Query.of(ABOUT_ASSESSMENTS, consentId), row -> row.getInt(1))
                .isPresent();
    }

    private static AssessmentPlan plan(ResultSet row) throws SQLException {
        return new AssessmentPlan(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                List.of((String[]) row.getArray("assessments").getArray()),
                row.getString("language"),
                row.getString("language_note"),
                Delivery.valueOf(row.getString("delivery")),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("received_on", LocalDate.class),
                Rows.uuids(row, "guardian_ids"),
                row.getBoolean("to_student"));
    }
}
