package org.schoolcase.cases.independentevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores independent evaluations. */
@ApplicationScoped
class IndependentEvaluations {

    private static final int MOST_OF_A_CASE = 200;

    private static final String ADD = """
            INSERT INTO independent_evaluation
                (id, case_id, student_id, evaluation_id, expense, guardian_id, requested_on, disagreement, recorded_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """;

    private static final String OF_CASE =
            "SELECT * FROM independent_evaluation WHERE case_id = ? ORDER BY id DESC LIMIT ?";
    private static final String ONE = "SELECT * FROM independent_evaluation WHERE case_id = ? AND id = ?";

    private static final String ANSWER = """
            UPDATE independent_evaluation SET answer = ?, answered_on = ?, answer_note = ?, version = version + 1 WHERE id = ?
            """;

    private static final String RECEIVE =
            "UPDATE independent_evaluation SET received_on = ?, evaluator = ?, version = version + 1 WHERE id = ?";

    private static final String CONSIDER =
            "UPDATE independent_evaluation SET considered_on = ?, consideration = ?, version = version + 1 WHERE id = ?";

    private final Rows rows;
    private final Clock clock;

    IndependentEvaluations(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    UUID add(CaseFile file, Requests.Request request) {
        var id = Ids.next();
        rows.write(
                ADD,
                id,
                file.id(),
                file.studentId(),
                request.evaluationId(),
                request.expense().name(),
                request.guardianId(),
                request.requestedOn(),
                request.disagreement(),
                clock.instant().atOffset(ZoneOffset.UTC));
        return id;
    }

    void answer(UUID id, Requests.AgencyAnswer answer) {
        rows.write(ANSWER, answer.answer().name(), answer.answeredOn(), answer.note(), id);
    }

    void receive(UUID id, Requests.Results results) {
        rows.write(RECEIVE, results.receivedOn(), results.evaluator(), id);
    }

    void consider(UUID id, Requests.Consideration consideration) {
        rows.write(CONSIDER, consideration.consideredOn(), consideration.consideration(), id);
    }

    Optional<IndependentEvaluation> find(UUID caseId, UUID id) {
        return rows.first(Query.of(ONE, caseId, id), IndependentEvaluations::evaluation);
    }

    List<IndependentEvaluation> ofCase(UUID caseId) {
        return rows.list(Query.of(OF_CASE, caseId, MOST_OF_A_CASE), IndependentEvaluations::evaluation);
    }

    private static IndependentEvaluation evaluation(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        return new IndependentEvaluation(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("evaluation_id", UUID.class),
                IndependentEvaluation.Expense.valueOf(row.getString("expense")),
                row.getObject("guardian_id", UUID.class),
                row.getObject("requested_on", LocalDate.class),
                row.getString("disagreement"),
                answer == null ? null : IndependentEvaluation.Answer.valueOf(answer),
                row.getObject("answered_on", LocalDate.class),
                row.getString("answer_note"),
                row.getString("evaluator"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("considered_on", LocalDate.class),
                row.getString("consideration"),
                row.getLong("version"));
    }
}
