package org.schoolcase.students.identity.merge;

import jakarta.enterprise.context.ApplicationScoped;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.students.student.StudentProfile;
import org.schoolcase.students.student.StudentProfiles;

/** What a merge and its undoing tell the others and leave in the trail, on both students. */
@ApplicationScoped
class MergeJournal {

    private final Outbox outbox;
    private final StudentProfiles profiles;
    private final Audit audit;

    MergeJournal(Outbox outbox, StudentProfiles profiles, Audit audit) {
        this.outbox = outbox;
        this.profiles = profiles;
        this.audit = audit;
    }

    /** The tombstone carries the fact's type: readers that erase more than the profile know that the person is not gone. */
    void merged(StudentMerged fact) {
        outbox.append(fact);
        profiles.changed(fact.survivingId());
        outbox.state(StudentProfile.TOPIC, fact.mergedId(), fact.type(), null);
    }

    void unmerged(StudentUnmerged fact) {
        profiles.changed(fact.mergedId());
        profiles.changed(fact.survivingId());
        outbox.append(fact);
    }

    void wrote(AuditEntry entry, Merge merge) {
        audit.wrote(entry.student(merge.survivingId()).fields("mergedId", "survivingId", "reason"));
        audit.wrote(entry.student(merge.mergedId()).fields("mergedId", "survivingId", "reason"));
    }
}
