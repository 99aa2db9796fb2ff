package org.schoolcase.cases.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;

/** Use case: the team of a case is shown to those who may read the case. */
@ApplicationScoped
class ShowTeam {

    private final CaseAccess access;
    private final TeamMembers members;
    private final DistrictNow district;
    private final Audit audit;

    ShowTeam(CaseAccess access, TeamMembers members, DistrictNow district, Audit audit) {
        this.access = access;
        this.members = members;
        this.district = district;
        this.audit = audit;
    }

    List<TeamMemberView> of(UUID caseId, boolean currentOnly) {
        var file = access.toRead(caseId, Reach.READ);
        audit.showed(AuditEntry.of("team.list", "case", caseId).student(file.studentId()));
        return members.list(caseId, currentOnly, district.today());
    }
}
