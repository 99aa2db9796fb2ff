package org.schoolcase.students.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;
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
    private final StudentProfiles profiles;
    private final Audit audit;

    ChangeGuardian(GuardianRepository guardians, StudentProfiles profiles, Audit audit) {
        this.guardians = guardians;
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
        found.guardianship().settle(command.rights());
        guardians.send();
        guardians.studentsOf(guardian.id()).forEach(profiles::changed);
        audit.wrote(AuditEntry.of("guardian.change", "guardian", guardian.id())
                .student(command.studentId())
                .fields("relation", "educationalRights", "mayContact", "language", "email", "phone"));
    }
}
