package org.schoolcase.cases.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseAccess;

/** Lets a caller at a case for an action: first his relation to it, then the gate. */
@ApplicationScoped
public class Admission {

    private final CaseAccess access;
    private final Gates gates;

    Admission(CaseAccess access, Gates gates) {
        this.access = access;
        this.gates = gates;
    }

    /** The case locked for the action, and where it stands; 404 without the relation that it needs, 409 when the gate is shut. */
    public Standing admit(UUID caseId, CaseAction action) {
        return gates.require(action, access.toChange(caseId, action.reach()));
    }
}
