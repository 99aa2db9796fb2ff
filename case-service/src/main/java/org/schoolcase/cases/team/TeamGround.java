package org.schoolcase.cases.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gates;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.district.DistrictNow;

/** What every change of a team stands on: the case, locked and open to the caller for it, and the day. */
@ApplicationScoped
class TeamGround {

    private final CaseAccess access;
    private final Gates gates;
    private final DistrictNow district;

    TeamGround(CaseAccess access, Gates gates, DistrictNow district) {
        this.access = access;
        this.gates = gates;
        this.district = district;
    }

    LocalDate today() {
        return district.today();
    }

    /** The case, locked; 404 when it is not the caller's to change, 409 when the action is not open in it. */
    CaseFile openFor(CaseAction action, UUID caseId) {
        var file = access.toChange(caseId);
        gates.require(action, file);
        return file;
    }
}
