package org.schoolcase.cases.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.CopyRequest;
import org.schoolcase.cases.evaluation.ParentCopies;
import org.schoolcase.cases.evaluation.ParentCopy;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: a parent is given the documentation of the determination, at no cost. */
@ApplicationScoped
class GiveDetermination {

    private final Casework casework;
    private final GiveDeterminationAction action;
    private final Determinations determinations;
    private final ParentCopies copies;

    GiveDetermination(
            Casework casework, GiveDeterminationAction action, Determinations determinations, ParentCopies copies) {
        this.casework = casework;
        this.action = action;
        this.determinations = determinations;
        this.copies = copies;
    }

    @Transactional
    ParentCopy handle(UUID caseId, UUID determinationId, CopyRequest request) {
        var file = casework.pass(caseId, action).file();
        var given = determinations.find(caseId, determinationId).orElseThrow(ProblemException::notFound);
        casework.requireOrder("/givenOn", request.givenOn(), given.decidedOn(), "the decision");
        casework.requireParent(request.guardianId(), file, "/guardianId");
        var copy = copies.store(file, ParentCopy.Document.DETERMINATION, determinationId, request);
        casework.happened(file, Kind.DETERMINATION_GIVEN_TO_PARENT, request.givenOn(), determinationId);
        casework.wrote(
                AuditEntry.of("eligibility.give-determination", "eligibility-determination", determinationId)
                        .fields("guardianId", "givenOn", "method", "language"),
                file);
        return copy;
    }
}
