package org.schoolcase.students.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.student.StudentProfiles;
import org.schoolcase.students.timeline.Entries.Known;

/** Use cases: the school records, ends and withdraws dated entries; the profiles concerned are published anew. */
@ApplicationScoped
public class RecordEntry {

    private final LockedStudent student;
    private final Entries entries;
    private final StudentProfiles profiles;
    private final Rows rows;

    RecordEntry(LockedStudent student, Entries entries, StudentProfiles profiles, Rows rows) {
        this.student = student;
        this.entries = entries;
        this.profiles = profiles;
        this.rows = rows;
    }

    /** Records an entry of a student whom the caller may see, after the check of its feature; answers its id. */
    @Transactional
    public UUID record(Ledger ledger, Entry entry, Runnable check) {
        guard(ledger, entry.studentId());
        check.run();
        var id = entries.record(ledger, entry);
        publish(ledger, entry.studentId(), (UUID) entry.details().get("guardian_id"));
        return id;
    }

    /** Ends an entry. */
    @Transactional
    public void end(Ledger ledger, UUID studentId, UUID entryId, EntryChange.Ending ending) {
        var entry = require(ledger, studentId, entryId);
        refuseNoChange(entry, ending.endsOn());
        entries.end(ledger, studentId, entry, ending.endsOn(), ending.reason());
        publish(ledger, studentId, entry.guardianId());
    }

    /** Takes an entry back. */
    @Transactional
    public void withdraw(Ledger ledger, UUID studentId, UUID entryId, EntryChange.Withdrawal withdrawal) {
        var entry = require(ledger, studentId, entryId);
        entries.withdraw(ledger, studentId, entry, withdrawal.reason());
        publish(ledger, studentId, entry.guardianId());
    }

    /** Contact means touch all students of a person, in the order of their ids: none may be locked before the others. */
    private void guard(Ledger ledger, UUID studentId) {
        if (ledger == Ledger.CONTACT) {
            student.requireVisible(studentId);
        } else {
            student.require(studentId);
        }
    }

    private Known require(Ledger ledger, UUID studentId, UUID entryId) {
        guard(ledger, studentId);
        return entries.find(ledger, studentId, entryId).orElseThrow(ProblemException::notFound);
    }

    private static void refuseNoChange(Known entry, LocalDate lastDay) {
        if (lastDay.equals(entry.period().endsOn())) {
            throw ProblemException.conflict("entry.ends-then-already", "The entry ends on this day already.");
        }
    }

    /** Flags are in no profile; contact means are those of a guardian with all his students, or the student's own. */
    private void publish(Ledger ledger, UUID studentId, @Nullable UUID guardianId) {
        switch (ledger) {
            case FLAG -> {}
            case RIGHTS, COURT_ORDER -> profiles.changed(studentId);
            case CONTACT ->
                Optional.ofNullable(guardianId).ifPresentOrElse(this::publishAllOf, () -> profiles.changed(studentId));
        }
    }

    private void publishAllOf(UUID guardianId) {
        var query = Query.of(
                "select student_id from student_guardian where guardian_id = ? order by student_id", guardianId);
        rows.list(query, row -> row.getObject(1, UUID.class)).forEach(profiles::changed);
    }
}
