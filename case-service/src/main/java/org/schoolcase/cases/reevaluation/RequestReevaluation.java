package org.schoolcase.cases.reevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.AuditEntry;

/** Use case: a parent, a teacher or the agency asks for a reevaluation. */
@ApplicationScoped
class RequestReevaluation {

    private final Casework casework;
    private final RequestReevaluationAction action;
    private final Reevaluations reevaluations;

    RequestReevaluation(Casework casework, RequestReevaluationAction action, Reevaluations reevaluations) {
        this.casework = casework;
        this.action = action;
        this.reevaluations = reevaluations;
    }

    @Transactional
    Reevaluation.Request handle(UUID caseId, ReevaluationRequest request) {
        var file = casework.pass(caseId, action).file();
        casework.requireOrder("/requestedOn", request.requestedOn(), file.receivedOn(), "the referral");
        if (request.requestedBy() == Reevaluation.Requester.PARENT) {
            casework.requireParent(request.personId(), file, "/personId");
        }
        var added = reevaluations.add(file, request);
        casework.happened(file, Kind.REEVALUATION_REQUESTED, added.requestedOn(), added.id());
        casework.wrote(
                AuditEntry.of("reevaluation.request", "reevaluation-request", added.id())
                        .fields("requestedBy", "personId", "requestedOn", "reason"),
                file);
        return added;
    }
}
