package org.schoolcase.cases.communication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Compares a told contact with what the case knows: the guardians, the team, the entries before, and the time. */
@ApplicationScoped
class ContactGround {

    /** What the student service told of a guardian. */
    record Guardian(String language, boolean mayContact) {}

    private static final String GUARDIAN =
            "SELECT language, may_contact FROM student_guardian WHERE student_id = ? AND guardian_id = ?";
    private static final String MEMBER = """
            SELECT 1 FROM case_team_member WHERE case_id = ? AND staff_id = ? AND from_on <= ?
               AND (to_on IS NULL OR to_on >= ?)""";

    private final Rows rows;
    private final Communications communications;
    private final Clock clock;

    ContactGround(Rows rows, Communications communications, Clock clock) {
        this.rows = rows;
        this.communications = communications;
        this.clock = clock;
    }

    /** The guardian whom the contact was with, if it was with one and he is known. */
    Optional<Guardian> guardian(CaseFile file, CommunicationRequest told) {
        var id = told.with().guardianId();
        return id == null
                ? Optional.empty()
                : rows.first(
                        Query.of(GUARDIAN, file.studentId(), id),
                        row -> new Guardian(row.getString("language"), row.getBoolean("may_contact")));
    }

    /** What is wrong with it, if anything; a correction of an entry with the same person is no new contact. */
    Optional<Fault> fault(
            CaseFile file,
            CommunicationRequest told,
            Optional<Guardian> guardian,
            @Nullable Communication corrected,
            LocalDate on) {
        return inItself(told)
                .or(() -> isSamePerson(told, corrected) ? Optional.empty() : ofPerson(told, guardian))
                .or(() -> LanguageAccess.fault(told, language(told, guardian, corrected)))
                .or(() -> ofTeam(file, told, on))
                .or(() -> ofReply(file, told));
    }

    /** The language of the guardian as it is known now, or as it was when the entry with him that is corrected was made. */
    static @Nullable String language(
            CommunicationRequest told, Optional<Guardian> guardian, @Nullable Communication corrected) {
        return guardian.map(Guardian::language)
                .orElse(corrected != null && isSamePerson(told, corrected) ? corrected.guardianLanguage() : null);
    }

    private Optional<Fault> inItself(CommunicationRequest told) {
        if (!told.with().isClear()) {
            return fault("party-ambiguous", "/with", "Either a guardian by id, or somebody else by role.");
        }
        if (!told.outcome().canComeOf(told.means(), told.direction())) {
            return fault("outcome-implausible", "/outcome", "Such a contact cannot end like this.");
        }
        if (told.at().isAfter(clock.instant())) {
            return fault("in-future", "/at", "A contact is logged once it was made.");
        }
        return Optional.empty();
    }

    private static boolean isSamePerson(CommunicationRequest told, @Nullable Communication corrected) {
        var id = told.with().guardianId();
        return id != null && corrected != null && id.equals(corrected.with().guardianId());
    }

    private static Optional<Fault> ofPerson(CommunicationRequest told, Optional<Guardian> guardian) {
        if (told.with().guardianId() == null) {
            return Optional.empty();
        }
        if (guardian.isEmpty()) {
            return fault("guardian-unknown", "/with/guardianId", "No guardian of this student.");
        }
        if (told.isOutgoing() && !guardian.get().mayContact()) {
            return fault("no-contact", "/with/guardianId", "This person must not be contacted.");
        }
        return Optional.empty();
    }

    private Optional<Fault> ofTeam(CaseFile file, CommunicationRequest told, LocalDate on) {
        if (told.staffId() == null
                || rows.first(Query.of(MEMBER, file.id(), told.staffId(), on, on), _ -> true)
                        .isPresent()) {
            return Optional.empty();
        }
        return fault("staff-not-on-team", "/staffId", "Was not on the team of the case on that day.");
    }

    private Optional<Fault> ofReply(CaseFile file, CommunicationRequest told) {
        var id = told.inReplyTo();
        if (id == null
                || communications
                        .find(file.id(), id)
                        .filter(it -> it.direction() != told.direction())
                        .isPresent()) {
            return Optional.empty();
        }
        return fault("reply-to-unknown", "/inReplyTo", "No entry of this case in the other direction.");
    }

    private static Optional<Fault> fault(String code, String pointer, String detail) {
        return Optional.of(new Fault("communication." + code, pointer, detail));
    }
}
