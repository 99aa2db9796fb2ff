package org.schoolcase.cases.independentevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.cases.independentevaluation.IndependentEvaluation.Expense;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;

/** Use cases: the agency answers a request, results come in, and they are considered. */
@ApplicationScoped
class FollowIndependentEvaluation {

    private final Casework casework;
    private final AnswerIndependentEvaluationAction answering;
    private final ReceiveIndependentEvaluationAction receiving;
    private final ConsiderIndependentEvaluationAction considering;
    private final IndependentEvaluations store;

    FollowIndependentEvaluation(
            Casework casework,
            AnswerIndependentEvaluationAction answering,
            ReceiveIndependentEvaluationAction receiving,
            ConsiderIndependentEvaluationAction considering,
            IndependentEvaluations store) {
        this.casework = casework;
        this.answering = answering;
        this.receiving = receiving;
        this.considering = considering;
        this.store = store;
    }

    @Transactional
    IndependentEvaluation answer(UUID caseId, UUID id, Requests.AgencyAnswer answer) {
        var file = casework.pass(caseId, answering).file();
        var asked = find(caseId, id);
        if (asked.expense() != Expense.PUBLIC || asked.answer() != null) {
            throw ProblemException.conflict("independent-evaluation.answered", "This one waits for no answer.");
        }
        casework.requireOrder("/answeredOn", answer.answeredOn(), asked.requestedOn(), "the request");
        store.answer(id, answer);
        return done(file, Kind.INDEPENDENT_EVALUATION_ANSWERED, answer.answeredOn(), id);
    }

    @Transactional
    IndependentEvaluation receive(UUID caseId, UUID id, Requests.Results results) {
        var file = casework.pass(caseId, receiving).file();
        var asked = find(caseId, id);
        if (asked.receivedOn() != null) {
            throw ProblemException.conflict("independent-evaluation.received", "Its results are there already.");
        }
        casework.requireOrder("/receivedOn", results.receivedOn(), asked.requestedOn(), "the request");
        store.receive(id, results);
        return done(file, Kind.INDEPENDENT_EVALUATION_RECEIVED, results.receivedOn(), id);
    }

    @Transactional
    IndependentEvaluation consider(UUID caseId, UUID id, Requests.Consideration consideration) {
        var file = casework.pass(caseId, considering).file();
        var asked = find(caseId, id);
        var receivedOn = asked.receivedOn();
        if (receivedOn == null || asked.consideredOn() != null) {
            throw ProblemException.conflict(
                    "independent-evaluation.not-waiting", "Its results are not there, or were considered.");
        }
        casework.requireOrder("/consideredOn", consideration.consideredOn(), receivedOn, "the results");
        store.consider(id, consideration);
        return done(file, Kind.INDEPENDENT_EVALUATION_CONSIDERED, consideration.consideredOn(), id);
    }

    private IndependentEvaluation done(CaseFile file, Kind kind, LocalDate on, UUID id) {
        casework.happened(file, kind, on, id);
        casework.wrote(
                AuditEntry.of("independent-evaluation." + step(kind), "independent-evaluation", id)
                        .fields("on"),
                file);
        return find(file.id(), id);
    }

    private static String step(Kind kind) {
        return switch (kind) {
            case INDEPENDENT_EVALUATION_ANSWERED -> "answer";
            case INDEPENDENT_EVALUATION_RECEIVED -> "receive";
            default -> "consider";
        };
    }

    private IndependentEvaluation find(UUID caseId, UUID id) {
        return store.find(caseId, id).orElseThrow(ProblemException::notFound);
    }
}
