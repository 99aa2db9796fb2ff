package org.schoolcase.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.cases.studentprofile.StudentProfiles;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** What every decision about consent stands on: who may sign, which day it is, and who is told. */
@ApplicationScoped
class ConsentGround {

    private final StudentProfiles profiles;
    private final DistrictNow district;
    private final Outbox outbox;
    private final Audit audit;

    ConsentGround(StudentProfiles profiles, DistrictNow district, Outbox outbox, Audit audit) {
        this.profiles = profiles;
        this.district = district;
        this.outbox = outbox;
        this.audit = audit;
    }

    LocalDate today() {
        return district.today();
    }

    boolean holdsRights(UUID guardianId, CaseFile file) {
        return profiles.holdsRights(guardianId, file.studentId());
    }

    void tellRecorded(Consent consent, CaseFile file) {
        outbox.append(ConsentRecorded.received(consent, file.studentId()));
        audit.wrote(AuditEntry.of("consent.record", "consent", consent.id())
                .student(file.studentId())
                .fields("kind", "decision", "guardianId", "scope", "language", "method", "signedOn", "receivedOn"));
    }

    void tellRevoked(Consent consent, CaseFile file, LocalDate on) {
        outbox.append(ConsentRecorded.revoked(consent, file.studentId(), on));
        audit.wrote(AuditEntry.of("consent.revoke", "consent", consent.id())
                .student(file.studentId())
                .fields("revokedOn", "revokedBy", "revocationReason"));
    }
}
