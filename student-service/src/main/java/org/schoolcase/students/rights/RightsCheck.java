package org.schoolcase.students.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Policy: which authority may be recorded for whom (34 CFR 300.30, 300.519, 300.520). */
@ApplicationScoped
class RightsCheck {

    private final Rows rows;
    private final Majorities majorities;

    RightsCheck(Rows rows, Majorities majorities) {
        this.rows = rows;
        this.majorities = majorities;
    }

    void require(UUID studentId, RightsRequest wanted) {
        requireHolder(studentId, wanted);
        requireDocument(wanted);
        if (wanted.authority() == Authority.ADULT_STUDENT) {
            requireAdult(studentId, wanted);
        }
    }

    private void requireHolder(UUID studentId, RightsRequest wanted) {
        if ((wanted.guardianId() == null) != (wanted.authority() == Authority.ADULT_STUDENT)) {
            throw ProblemException.unprocessable(
                            "rights.holder-mismatch",
                            "ADULT_STUDENT is without guardianId, every other authority has one.")
                    .field("/guardianId", "rights.holder-mismatch", "Given unless authority is ADULT_STUDENT.")
                    .citing("34 CFR 300.520(a)");
        }
        if (wanted.guardianId() != null) {
            requireGuardian(wanted, relation(studentId, wanted.guardianId()));
        }
    }

    private static void requireGuardian(RightsRequest wanted, @Nullable String relation) {
        if (relation == null) {
            throw ProblemException.unprocessable(
                            "rights.not-a-guardian", "Add the person as a guardian of the student first.")
                    .field("/guardianId", "rights.not-a-guardian", "A guardian of this student.");
        }
        if (wanted.authority() == Authority.SURROGATE && relation.equals("CASE_WORKER")) {
            throw ProblemException.unprocessable(
                            "rights.employee",
                            "An employee of an agency that cares for the child is no surrogate parent.")
                    .field("/authority", "rights.employee", "Not SURROGATE for a case worker.")
                    .citing("34 CFR 300.519(d)(2)(i)");
        }
    }

    private static void requireDocument(RightsRequest wanted) {
        if (wanted.effect() == RightsEffect.WITHHELD && wanted.authority() != Authority.COURT_ORDER) {
            throw ProblemException.unprocessable("rights.withheld-by-court", "Only a court withholds these rights.")
                    .field("/effect", "rights.withheld-by-court", "WITHHELD with COURT_ORDER only.")
                    .citing("34 CFR 300.30(b)(1)");
        }
        if (wanted.authority().needsDocument() && wanted.documentReference() == null) {
            throw ProblemException.unprocessable(
                            "rights.document-missing", "An order or appointment is named by where it is filed.")
                    .field("/documentReference", "required", "Needed with this authority.");
        }
    }

    private void requireAdult(UUID studentId, RightsRequest wanted) {
        var majority = majorities.of(studentId);
        if (majority != null
                && majority.reachedOn() != null
                && wanted.beginsOn().isBefore(majority.reachedOn())) {
            throw ProblemException.unprocessable(
                            "rights.before-majority", "Before the age of majority no rights pass to the student.")
                    .field("/beginsOn", "rights.before-majority", "Not before the age of majority is reached.")
                    .citing(majority.citation());
        }
    }

    private @Nullable String relation(UUID studentId, UUID guardianId) {
        return rows.first(
                        Query.of(
                                "select relation from student_guardian where student_id = ? and guardian_id = ?"
                                        + " and ended_on is null",
                                studentId,
                                guardianId),
                        row -> row.getString(1))
                .orElse(null);
    }
}
