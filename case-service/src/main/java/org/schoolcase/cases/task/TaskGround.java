package org.schoolcase.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gates;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.district.DistrictNow;

/** What every change of tasks stands on: the case, locked and open to the caller for it, the team and the day. */
@ApplicationScoped
class TaskGround {

    private final CaseAccess access;
    private final Gates gates;
    private final TaskOwners owners;
    private final DistrictNow district;

    TaskGround(CaseAccess access, Gates gates, TaskOwners owners, DistrictNow district) {
        this.access = access;
        this.gates = gates;
        this.owners = owners;
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

    boolean mayOwn(UUID caseId, UUID owner, @Nullable LocalDate dueOn) {
        return owners.fits(caseId, owner, dueOn, today());
    }
}
