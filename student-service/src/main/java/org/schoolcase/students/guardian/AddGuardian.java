package org.schoolcase.students.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.students.guardian.GuardianRepository.OfStudent;
import org.schoolcase.students.student.StudentProfiles;

/** Use case: the school records a guardian of a student. */
@ApplicationScoped
class AddGuardian {

    /** A person, known already if his id at the source is, and his relation to the student. */
    record Command(UUID studentId, @Nullable String sourcedId, Guardian.Details details, Guardianship.Rights rights) {}

    /** What came of it. */
    sealed interface Outcome {
        record Added(OfStudent guardian) implements Outcome {}

        /** He is a guardian of this student already. */
        record AlreadyGuardian() implements Outcome {}

        /** The person is known with other details; they are changed by PUT, not by the way. */
        record KnownDifferently() implements Outcome {}
    }

    private final GuardianRepository guardians;
    private final RightsOfGuardian rights;
    private final Told told;
    private final CurrentUser user;
    private final Clock clock;

    /** Where an addition is told: the other services and the trail. */
    @ApplicationScoped
    static class Told {
        private final StudentProfiles profiles;
        private final Outbox outbox;
        private final Audit audit;

        Told(StudentProfiles profiles, Outbox outbox, Audit audit) {
            this.profiles = profiles;
            this.outbox = outbox;
            this.audit = audit;
        }

        void added(GuardianAdded fact) {
            profiles.changed(fact.studentId());
            outbox.append(fact);
            audit.wrote(AuditEntry.of("guardian.add", "guardian", fact.guardianId())
                    .student(fact.studentId())
                    .fields(
                            "relation",
                            "educationalRights",
                            "mayContact",
                            "language",
                            "email",
                            "phone",
                            "interpreterLanguage"));
        }
    }

    AddGuardian(GuardianRepository guardians, RightsOfGuardian rights, Told told, CurrentUser user, Clock clock) {
        this.guardians = guardians;
        this.rights = rights;
        this.told = told;
        this.user = user;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(Command command) {
        var guardian = known(command).orElseGet(() -> newGuardian(command));
        if (!guardian.isDescribedBy(command.details()) && !describeAnew(guardian, command.details())) {
            return new Outcome.KnownDifferently();
        }
        var key = new Guardianship.Key(command.studentId(), guardian.id());
        if (guardians.find(key).filter(found -> !found.hasEnded()).isPresent()) {
            return new Outcome.AlreadyGuardian();
        }
        return new Outcome.Added(join(guardian, key, command.rights()));
    }

    private OfStudent join(Guardian guardian, Guardianship.Key key, Guardianship.Rights said) {
        var now = clock.instant();
        var guardianship = guardianship(key, said, now);
        guardians.send();
        if (said.educationalRights()) {
            rights.begin(key, said.relation());
        }
        told.added(new GuardianAdded(key.studentId(), key.guardianId(), now));
        return new OfStudent(guardian, guardianship);
    }

    private Guardianship guardianship(Guardianship.Key key, Guardianship.Rights said, Instant now) {
        var ended = guardians.find(key);
        ended.ifPresent(guardianship -> guardianship.beginAgain(said, now));
        return ended.orElseGet(() -> {
            var guardianship = new Guardianship(key, said, now);
            guardians.add(guardianship);
            return guardianship;
        });
    }

    /** Somebody who is nobody's guardian any more could not be changed otherwise. */
    private boolean describeAnew(Guardian guardian, Guardian.Details details) {
        return guardians.studentsOf(guardian.id()).isEmpty() && guardian.correct(details);
    }

    private Guardian newGuardian(Command command) {
        var sourcedId = command.sourcedId();
        var guardian = new Guardian(sourcedId == null ? Ids.next() : named(sourcedId), sourcedId, command.details());
        guardians.add(guardian);
        return guardian;
    }

    private Optional<Guardian> known(Command command) {
        return Optional.ofNullable(command.sourcedId()).flatMap(sourcedId -> guardians.find(named(sourcedId)));
    }

    private UUID named(String sourcedId) {
        return Ids.named(user.districtId(), "user:" + sourcedId);
    }
}
