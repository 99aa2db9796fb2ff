package org.schoolcase.cases.communication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: an entry is corrected by another that takes its place, in a closed case too; the first one stays to be read. */
@ApplicationScoped
class CorrectCommunication {

    private final CaseAccess access;
    private final Communications communications;
    private final EntryInLog entries;

    CorrectCommunication(CaseAccess access, Communications communications, EntryInLog entries) {
        this.access = access;
        this.communications = communications;
        this.entries = entries;
    }

    @Transactional
    EntryInLog.Outcome handle(UUID caseId, UUID entryId, CorrectionRequest request) {
        var file = access.toChange(caseId);
        var entry = communications.find(caseId, entryId).orElseThrow(ProblemException::notFound);
        if (entry.supersededBy() != null) {
            return new EntryInLog.Outcome.SupersededAlready(entry.supersededBy());
        }
        return entries.enter(file, request.entry(), new CommunicationLog.Correction(entry, request.reason()));
    }
}
