package org.schoolcase.cases.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.cases.action.Admission;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.casefile.Family;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.cases.studentprofile.StudentProfiles;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;

/** What every step towards and after an evaluation does beside its own: opens the case, passes the gate, tells of it. */
@ApplicationScoped
public class Casework {

    /** A case that is shown, and who of the family it is shown to, if he is of the family alone. */
    public record Shown(CaseFile file, Optional<Family> family) {}

    private final CaseAccess access;
    private final Admission admission;
    private final Happenings happenings;
    private final DistrictNow district;
    private final StudentProfiles profiles;
    private final Audit audit;

    Casework(
            CaseAccess access,
            Admission admission,
            Happenings happenings,
            DistrictNow district,
            StudentProfiles profiles,
            Audit audit) {
        this.access = access;
        this.admission = admission;
        this.happenings = happenings;
        this.district = district;
        this.profiles = profiles;
        this.audit = audit;
    }

    /** The case, locked, past the gate of the action: 404 when it is not the caller's, 409 with the gate's reason. */
    public Standing pass(UUID caseId, CaseAction action) {
        return admission.admit(caseId, action);
    }

    /** The case for its staff to read; the showing is audited. */
    public CaseFile show(UUID caseId, String auditAction) {
        var file = access.toRead(caseId, Reach.READ);
        audit.showed(AuditEntry.of(auditAction, "case", caseId).student(file.studentId()));
        return file;
    }

    /** The case for its staff and the family to read, and who of the family reads; the showing is audited. */
    public Shown showWithFamily(UUID caseId, String auditAction) {
        var file = access.toRead(caseId, Reach.READ_WITH_FAMILY);
        audit.showed(AuditEntry.of(auditAction, "case", caseId).student(file.studentId()));
        return new Shown(file, access.familyOnly(caseId));
    }

    public LocalDate today() {
        return district.today();
    }

    /** Notes what happened, with its audit entry. */
    public void happened(CaseFile file, Kind kind, LocalDate on, UUID subjectId) {
        happenings.note(file, kind, on, subjectId);
    }

    public void wrote(AuditEntry entry, CaseFile file) {
        audit.wrote(entry.student(file.studentId()));
    }

    /** Refuses somebody who does not decide in education for the student (34 CFR 300.30). */
    public void requireParent(UUID guardianId, CaseFile file, String pointer) {
        if (!profiles.heldRights(guardianId, file.studentId(), today())) {
            throw ProblemException.unprocessable(
                            "parent.without-rights", "Only a guardian with educational rights for this student can.")
                    .field(pointer, "no-educational-rights", "Holds no educational rights for this student.")
                    .citing("34 CFR 300.30");
        }
    }

    /** Refuses a day before another, or after today. */
    public void requireOrder(String pointer, LocalDate on, LocalDate earliest, String why) {
        var today = today();
        if (on.isBefore(earliest) || on.isAfter(today)) {
            var detail = "Between %s, %s, and today, %s.".formatted(why, earliest, today);
            throw ProblemException.unprocessable("dates.out-of-order", detail).field(pointer, "out-of-order", detail);
        }
    }
}
