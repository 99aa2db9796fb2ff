package org.schoolcase.students.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.students.guardian.GuardianRepository.OfStudent;
import org.schoolcase.students.student.StudentProfiles;

/** Use case: the school corrects what it knows of a guardian; every student of his is published anew. */
@ApplicationScoped
class ChangeGuardian {

    /** The person as he is to be, and the version the caller saw. */
    record Command(
            UUID studentId,
            UUID guardianId,
            Guardian.Details details,
            Guardianship.Rights rights,
            @Nullable String ifMatch) {}

    private final GuardianRepository guardians;
    private final RightsOfGuardian rights;
    private final Standings standings;
    private final StudentProfiles profiles;
    private final Audit audit;

    ChangeGuardian(
            GuardianRepository guardians,
            RightsOfGuardian rights,
            Standings standings,
            StudentProfiles profiles,
            Audit audit) {
        this.guardians = guardians;
        this.rights = rights;
        this.standings = standings;
        this.profiles = profiles;
        this.audit = audit;
    }

    /** Empty if the student has no such guardian. */
    @Transactional
    Optional<OfStudent> handle(Command command) {
        var found = guardians.find(command.studentId(), command.guardianId());
        found.ifPresent(guardian -> change(guardian, command));
        return found;
    }

    private void change(OfStudent found, Command command) {
        var guardian = found.guardian();
        ETags.requireMatch(command.ifMatch(), guardian.version());
        if (!guardian.correct(command.details())) {
            guardians.countChange(guardian);
        }
        settle(found.guardianship(), command.rights());
        guardians.send();
        guardians.studentsOf(guardian.id()).forEach(profiles::changed);
        audit.wrote(AuditEntry.of("guardian.change", "guardian", guardian.id())
                .student(command.studentId())
                .fields(
                        "relation",
                        "educationalRights",
                        "mayContact",
                        "language",
                        "email",
                        "phone",
                        "interpreterLanguage"));
    }

    /** What is sent as it is shown changes nothing: so an order or an outranked claim is not undone by the way. */
    private void settle(Guardianship guardianship, Guardianship.Rights wanted) {
        var said = guardianship.rights();
        var standing = standings.of(guardianship.key());
        rights.correct(guardianship.key(), said.relation(), wanted.relation());
        var educational = said.educationalRights();
        if (wanted.educationalRights() != standing.educationalRights()) {
            changeRights(guardianship, wanted);
            educational = wanted.educationalRights();
        }
        var contact = said.mayContact();
        if (wanted.mayContact() != standing.mayContact()) {
            requireNotBarred(standing);
            contact = wanted.mayContact();
        }
        take(guardianship, wanted, new Guardianship.Rights(wanted.relation(), educational, contact));
    }

    /** A presumption of the roster that does not prevail is not made the school's own word by another change. */
    private static void take(Guardianship guardianship, Guardianship.Rights wanted, Guardianship.Rights settled) {
        if (!settled.equals(guardianship.rights())) {
            boolean presumed = guardianship.source() == GuardianSource.ROSTER;
            guardianship.settle(presumed ? settled.withEducationalRights(wanted.educationalRights()) : settled);
        }
    }

    private void changeRights(Guardianship guardianship, Guardianship.Rights wanted) {
        if (wanted.educationalRights()) {
            rights.beginUnlessJudged(guardianship.key(), wanted.relation());
        } else {
            rights.end(guardianship.key(), wanted.relation(), guardianship.addedAt());
        }
    }

    private static void requireNotBarred(Standing standing) {
        if (standing.barred()) {
            throw ProblemException.conflict(
                            "guardian.no-contact-order", "A no-contact order bars this person: end the order first.")
                    .field("/mayContact", "guardian.no-contact-order", "False while the order is in force.");
        }
    }
}
