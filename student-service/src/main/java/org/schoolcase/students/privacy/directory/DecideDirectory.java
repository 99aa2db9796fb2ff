package org.schoolcase.students.privacy.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.RecordRights;

/** Use case: a family opts out of directory information, or takes that back. */
@ApplicationScoped
class DecideDirectory {

    private final RecordRights rights;
    private final DirectoryChoices choices;
    private final DistrictDates dates;
    private final Outbox outbox;
    private final Audit audit;

    DecideDirectory(RecordRights rights, DirectoryChoices choices, DistrictDates dates, Outbox outbox, Audit audit) {
        this.rights = rights;
        this.choices = choices;
        this.dates = dates;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    DirectoryStanding handle(UUID studentId, DirectoryChoiceRequest choice) {
        dates.notInFuture(choice.receivedOn(), "/receivedOn");
        dates.notBefore(choice.fromOn(), choice.receivedOn(), "/fromOn");
        var by = rights.requester(studentId, choice.guardianId(), choice.byStudent());
        var id = choices.add(studentId, choice, by);
        outbox.append(new DirectoryChoiceRecorded(id, studentId, choice.optedOut(), choice.fromOn()));
        audit.wrote(AuditEntry.of("directory-choice.record", "directory-choice", id)
                .student(studentId)
                .fields("optedOut", "fromOn", "receivedOn", "method")
                .basis("34 CFR 99.37"));
        return choices.standing(studentId);
    }
}
