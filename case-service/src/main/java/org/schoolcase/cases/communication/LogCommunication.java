package org.schoolcase.cases.communication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.action.Gates;
import org.schoolcase.cases.casefile.CaseAccess;

/** Use case: a contact is entered into the log of an open case. */
@ApplicationScoped
class LogCommunication {

    private final CaseAccess access;
    private final Gates gates;
    private final LogCommunicationAction action;
    private final EntryInLog entries;

    LogCommunication(CaseAccess access, Gates gates, LogCommunicationAction action, EntryInLog entries) {
        this.access = access;
        this.gates = gates;
        this.action = action;
        this.entries = entries;
    }

    @Transactional
    EntryInLog.Outcome handle(UUID caseId, CommunicationRequest told) {
        var file = access.toChange(caseId);
        gates.require(action, file);
        return entries.enter(file, told, null);
    }
}
