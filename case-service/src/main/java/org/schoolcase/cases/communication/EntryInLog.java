package org.schoolcase.cases.communication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.security.CurrentUser;

/** What entering and correcting share: the check, the entry, and who is told. */
@ApplicationScoped
class EntryInLog {

    sealed interface Outcome {
        record Entered(Communication entry) implements Outcome {}

        record Refused(Fault fault) implements Outcome {}

        record SupersededAlready(UUID by) implements Outcome {}

        record NoStaffId() implements Outcome {}
    }

    private final ContactGround ground;
    private final CommunicationLog log;
    private final Communications communications;
    private final Teller teller;
    private final DistrictNow district;

    EntryInLog(
            ContactGround ground,
            CommunicationLog log,
            Communications communications,
            Teller teller,
            DistrictNow district) {
        this.ground = ground;
        this.log = log;
        this.communications = communications;
        this.teller = teller;
        this.district = district;
    }

    Outcome enter(CaseFile file, CommunicationRequest told, CommunicationLog.@Nullable Correction correction) {
        var caller = teller.caller();
        if (caller == null) {
            return new Outcome.NoStaffId();
        }
        var on = district.dateOf(told.at());
        var corrected = correction == null ? null : correction.of();
        var guardian = ground.guardian(file, told);
        var fault = ground.fault(file, told, guardian, corrected, on);
        if (fault.isPresent()) {
            return new Outcome.Refused(fault.get());
        }
        var language = ContactGround.language(told, guardian, corrected);
        var staff = told.staffId() == null ? caller : told.staffId();
        var id = log.append(file, told, staff, on, language, correction);
        teller.tell(file, told, id, on, corrected != null);
        return new Outcome.Entered(communications.find(file.id(), id).orElseThrow());
    }

    /** Who enters, and who hears of it. */
    @ApplicationScoped
    static class Teller {

        private final CurrentUser user;
        private final Happenings happenings;
        private final Audit audit;

        Teller(CurrentUser user, Happenings happenings, Audit audit) {
            this.user = user;
            this.happenings = happenings;
            this.audit = audit;
        }

        @Nullable
        UUID caller() {
            return user.staffId().orElse(null);
        }

        void tell(CaseFile file, CommunicationRequest told, UUID id, LocalDate on, boolean isCorrection) {
            if (told.sealedPart() == null) {
                happenings.note(file, Kind.COMMUNICATION_LOGGED, on, id);
            } else {
                happenings.noteSealed(file, Kind.COMMUNICATION_LOGGED, on, id);
            }
            audit.wrote(AuditEntry.of(isCorrection ? "communication.correct" : "communication.log", "communication", id)
                    .student(file.studentId())
                    .fields("with", "at", "means", "purpose", "language", "outcome", "summary", "sealedPart"));
        }
    }
}
