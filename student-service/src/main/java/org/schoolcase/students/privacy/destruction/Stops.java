package org.schoolcase.students.privacy.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.request.AccessRequests;
import org.schoolcase.students.privacy.retention.LegalHolds;

/** Policy: nothing is destroyed under a hold, nor while a request to inspect (34 CFR 99.10(e)) or to amend is open. */
@ApplicationScoped
class Stops {

    private static final String AMENDMENTS = "select 1 from amendment where student_id = ?"
            + " and state in ('RECEIVED', 'HEARING_REQUESTED', 'HEARING_SCHEDULED') limit 1";

    private final LegalHolds holds;
    private final AccessRequests requests;
    private final Rows rows;

    Stops(LegalHolds holds, AccessRequests requests, Rows rows) {
        this.holds = holds;
        this.requests = requests;
        this.rows = rows;
    }

    Optional<Stop> of(UUID studentId) {
        if (holds.isHeld(studentId)) {
            return Optional.of(Stop.LEGAL_HOLD);
        }
        if (requests.isOpen(studentId)) {
            return Optional.of(Stop.OPEN_ACCESS_REQUEST);
        }
        return rows.first(Query.of(AMENDMENTS, studentId), row -> Stop.OPEN_AMENDMENT);
    }
}
