package org.schoolcase.cases.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: hand-overs of a case are shown, those that were and the one that could be. */
@ApplicationScoped
class ShowHandOvers {

    private final CaseAccess access;
    private final PreviewHandOver preview;
    private final Memberships memberships;
    private final HandOverStore store;
    private final Audit audit;

    ShowHandOvers(
            CaseAccess access, PreviewHandOver preview, Memberships memberships, HandOverStore store, Audit audit) {
        this.access = access;
        this.preview = preview;
        this.memberships = memberships;
        this.store = store;
        this.audit = audit;
    }

    HandOverPreview preview(UUID caseId, @Nullable UUID from) {
        access.toRead(caseId, Reach.CHANGE);
        var person = from == null ? memberships.managerOf(caseId).orElseThrow(ProblemException::notFound) : from;
        return preview.of(List.of(caseId), person);
    }

    List<HandOverView> ofCase(UUID caseId) {
        var file = access.toRead(caseId, Reach.READ);
        audit.showed(AuditEntry.of("hand-over.list", "case", caseId).student(file.studentId()));
        return store.ofCase(caseId);
    }
}
