package org.schoolcase.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.studentprofile.StudentProfiles;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** What every decision about consent stands on: who may sign, and who is told. */
@ApplicationScoped
class ConsentGround {

    private final StudentProfiles profiles;
    private final Outbox outbox;
    private final Audit audit;

    ConsentGround(StudentProfiles profiles, Outbox outbox, Audit audit) {
        this.profiles = profiles;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Whether the signer held the rights on a day; null is the adult student. */
    boolean heldRights(@Nullable UUID signer, CaseFile file, LocalDate on) {
        return profiles.heldRights(signer, file.studentId(), on);
    }

    void tellRecorded(Consent consent, CaseFile file) {
        outbox.append(ConsentRecorded.received(consent, file.studentId()));
        audit.wrote(AuditEntry.of("consent.record", "consent", consent.id())
                .student(file.studentId())
                .fields(
                        "kind",
                        "decision",
                        "guardianId",
                        "scope",
                        "language",
                        "method",
                        "signedOn",
                        "receivedOn",
                        "requestId"));
    }

    void tellRevoked(Consent consent, CaseFile file, LocalDate on) {
        outbox.append(ConsentRecorded.revoked(consent, file.studentId(), on));
        audit.wrote(AuditEntry.of("consent.revoke", "consent", consent.id())
                .student(file.studentId())
                .fields("revokedOn", "revokedBy", "revocationMethod", "revocationReason"));
    }
}
