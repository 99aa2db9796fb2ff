package org.schoolcase.students.courtorder;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.UUID;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Policy: which details an order has, and that it is about guardians of the student. */
@ApplicationScoped
class CourtOrderCheck {

    private final Rows rows;

    CourtOrderCheck(Rows rows) {
        this.rows = rows;
    }

    void require(UUID studentId, CourtOrderRequest wanted) {
        var fits =
                switch (wanted.kind()) {
                    case CUSTODY ->
                        wanted.custody() != null
                                && wanted.revokesRecordAccess() == null
                                && wanted.protectedGuardians().isEmpty();
                    case NO_CONTACT -> wanted.custody() == null && wanted.revokesRecordAccess() != null;
                };
        if (!fits) {
            throw ProblemException.unprocessable(
                            "order.details-mismatch",
                            "CUSTODY has custody; NO_CONTACT has revokesRecordAccess, and may name whom it protects.")
                    .field("/kind", "order.details-mismatch", "With the details of its kind.")
                    .citing("34 CFR 99.4");
        }
        requireGuardians(studentId, wanted);
    }

    private void requireGuardians(UUID studentId, CourtOrderRequest wanted) {
        var named = new HashSet<>(wanted.protectedGuardians());
        var selfProtected = !named.add(wanted.guardianId());
        var known = rows.list(
                Query.of(
                        "select guardian_id from student_guardian where student_id = ? and guardian_id = any (?)",
                        studentId,
                        named.toArray(UUID[]::new)),
                row -> row.getObject(1, UUID.class));
        if (selfProtected || !known.containsAll(named)) {
            throw ProblemException.unprocessable(
                            "order.not-a-guardian",
                            "An order names guardians of the student, and nobody on both sides.")
                    .field("/guardianId", "order.not-a-guardian", "A guardian of this student.");
        }
    }
}
