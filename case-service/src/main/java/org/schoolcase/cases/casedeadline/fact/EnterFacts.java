package org.schoolcase.cases.casedeadline.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.deadlinequeue.DirtyCases;
import org.schoolcase.cases.deadlinequeue.DirtyCases.Because;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;

/** Use case: the facts of a case are entered or corrected; its deadlines are computed anew in the background. */
@ApplicationScoped
class EnterFacts {

    sealed interface Outcome {
        record Entered(FactsView facts) implements Outcome {}

        record CaseClosed() implements Outcome {}
    }

    private final CaseAccess access;
    private final EnteredFacts facts;
    private final DirtyCases dirty;
    private final Audit audit;

    EnterFacts(CaseAccess access, EnteredFacts facts, DirtyCases dirty, Audit audit) {
        this.access = access;
        this.facts = facts;
        this.dirty = dirty;
        this.audit = audit;
    }

    @Transactional
    Outcome handle(UUID caseId, FactsRequest request, @Nullable String ifMatch) {
        var file = access.toChange(caseId);
        if (!file.isOpen()) {
            return new Outcome.CaseClosed();
        }
        var before = facts.of(caseId);
        ETags.requireMatch(ifMatch, before.version(), before, request);
        facts.store(caseId, request);
        dirty.mark(caseId, Because.FACT);
        audit.wrote(AuditEntry.of("deadline-facts.enter", "case", caseId)
                .student(file.studentId())
                .fields("dates", "absences", "agreedOn", "extensionDays", "circumstances"));
        return new Outcome.Entered(facts.of(caseId));
    }
}
