package org.schoolcase.cases.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.action.Gates;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.district.DistrictNow;

/** Use case: one case goes from one person to another; before that, everything that would go is shown. */
@ApplicationScoped
class HandOverOneCase {

    private final CaseAccess access;
    private final Gates gates;
    private final HandOverAction action;
    private final HandOver handOver;
    private final DistrictNow district;

    HandOverOneCase(CaseAccess access, Gates gates, HandOverAction action, HandOver handOver, DistrictNow district) {
        this.access = access;
        this.gates = gates;
        this.action = action;
        this.handOver = handOver;
        this.district = district;
    }

    @Transactional
    HandOver.Outcome handle(UUID caseId, HandOverRequest request) {
        var file = access.toChange(caseId);
        gates.require(action, file);
        return handOver.handle(List.of(file), request.toOrder(district.today()));
    }
}
