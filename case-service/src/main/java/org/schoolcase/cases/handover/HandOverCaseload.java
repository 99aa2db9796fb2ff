package org.schoolcase.cases.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: many or all cases of one person go to another, together or not at all. */
@ApplicationScoped
class HandOverCaseload {

    static final int MOST = 200;

    private final Session session;
    private final CaseAccess access;
    private final Memberships memberships;
    private final HandOver handOver;
    private final DistrictNow district;

    HandOverCaseload(
            Session session, CaseAccess access, Memberships memberships, HandOver handOver, DistrictNow district) {
        this.session = session;
        this.access = access;
        this.memberships = memberships;
        this.handOver = handOver;
        this.district = district;
    }

    @Transactional
    HandOver.Outcome handle(CaseloadHandOverRequest request) {
        var today = district.today();
        var wanted = request.caseIds() == null
                ? memberships.casesOf(request.fromStaffId(), today, MOST + 1)
                : List.copyOf(new HashSet<>(request.caseIds()));
        if (wanted.size() > MOST) {
            throw ProblemException.unprocessable(
                    "hand-over.too-many", "At most %d cases at once; name them in parts.".formatted(MOST));
        }
        var files = wanted.isEmpty() ? List.<CaseFile>of() : lock(wanted);
        if (files.isEmpty() || files.size() < wanted.size()) {
            throw ProblemException.notFound();
        }
        return handOver.handle(files, request.toOrder(today));
    }

    /** The open ones of the cases, each locked, always in the same order. */
    private List<CaseFile> lock(List<UUID> cases) {
        var circle = access.circle(Reach.CHANGE);
        var query = session.createNativeQuery(
                "SELECT c.* FROM case_file c WHERE c.id IN (:cases) AND c.status = 'OPEN' AND " + circle.sql()
                        + " ORDER BY c.id FOR NO KEY UPDATE",
                CaseFile.class);
        query.setParameterList("cases", cases);
        circle.bind(query);
        return query.getResultList();
    }
}
