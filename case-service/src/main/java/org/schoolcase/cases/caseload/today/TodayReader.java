package org.schoolcase.cases.caseload.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;

/** Who reads the page, and the trace that he did. */
@ApplicationScoped
class TodayReader {

    private final CurrentUser user;
    private final Audit audit;

    TodayReader(CurrentUser user, Audit audit) {
        this.user = user;
        this.audit = audit;
    }

    /** 403 when the token names no member of staff. */
    UUID me() {
        return user.staffId()
                .orElseThrow(() ->
                        ProblemException.forbidden("staff-id.missing", "The token names no staff member with cases."));
    }

    /** One entry for each case of a part. */
    void showed(Section section, List<TodayItem> items) {
        var cases = new HashSet<UUID>();
        for (var item : items) {
            if (cases.add(item.caseId())) {
                audit.showed(AuditEntry.of("caseload." + section.path(), "case", item.caseId())
                        .student(item.studentId()));
            }
        }
    }

    void marked(UUID staffId) {
        audit.wrote(AuditEntry.of("caseload.seen", "staff", staffId).fields("seenAt"));
    }
}
