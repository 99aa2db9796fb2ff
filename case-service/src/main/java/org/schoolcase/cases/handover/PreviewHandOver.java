package org.schoolcase.cases.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Shows what a hand-over would move. */
@ApplicationScoped
class PreviewHandOver {

    private record Known(UUID caseId, UUID studentId) {}

    private final OpenDuties duties;
    private final Memberships memberships;
    private final DistrictNow district;
    private final Rows rows;
    private final Audit audit;

    PreviewHandOver(OpenDuties duties, Memberships memberships, DistrictNow district, Rows rows, Audit audit) {
        this.duties = duties;
        this.memberships = memberships;
        this.district = district;
        this.rows = rows;
        this.audit = audit;
    }

    /** Everything that the person bears in these cases. */
    HandOverPreview of(List<UUID> caseIds, UUID from) {
        var today = district.today();
        var open = duties.of(caseIds, from, today);
        var roles = memberships.roles(caseIds, from, today);
        var byCase = open.stream().collect(Collectors.groupingBy(Duty::caseId));
        var shares = new ArrayList<HandOverPreview.Share>();
        for (var known : known(caseIds)) {
            audit.showed(
                    AuditEntry.of("hand-over.preview", "case", known.caseId()).student(known.studentId()));
            shares.add(new HandOverPreview.Share(
                    known.caseId(),
                    known.studentId(),
                    roles.getOrDefault(known.caseId(), List.of()),
                    byCase.getOrDefault(known.caseId(), List.of())));
        }
        return new HandOverPreview(from, shares, OpenDuties.fingerprint(open));
    }

    /** The person's whole caseload; at most as much as one hand-over moves. */
    HandOverPreview ofCaseload(UUID from) {
        return of(memberships.casesOf(from, district.today(), HandOverCaseload.MOST), from);
    }

    private List<Known> known(List<UUID> caseIds) {
        return rows.list(
                Query.of("SELECT id, student_id FROM case_file WHERE id = ANY (?) ORDER BY id", (Object)
                        caseIds.toArray(UUID[]::new)),
                row -> new Known(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }
}
