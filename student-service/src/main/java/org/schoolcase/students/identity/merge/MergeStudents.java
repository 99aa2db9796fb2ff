package org.schoolcase.students.identity.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.CurrentUser;

/** Use case: two records become one student. Everything kept under the one id follows the other, in one transaction. */
@ApplicationScoped
public class MergeStudents {

    /** Who goes on, who stands still, and why; patient waits for who is just writing one of them. */
    public record Command(UUID reviewId, UUID mergedId, UUID survivingId, String reason, boolean patient) {}

    private final MergeRepository merges;
    private final MergeJournal journal;
    private final CurrentUser user;
    private final Clock clock;

    MergeStudents(MergeRepository merges, MergeJournal journal, CurrentUser user, Clock clock) {
        this.merges = merges;
        this.journal = journal;
        this.user = user;
        this.clock = clock;
    }

    /** To be called before anything of a decision is locked. */
    @Transactional(TxType.MANDATORY)
    public void waitForOthers() {
        merges.waitForOthers();
    }

    /** The merge's id; empty when one of the two is merged already, or being written if that is not waited for. */
    @Transactional(TxType.MANDATORY)
    public Optional<UUID> handle(Command command) {
        if (!merges.lockBothAlone(command.mergedId(), command.survivingId(), command.patient())) {
            return Optional.empty();
        }
        var now = clock.instant();
        var merge = new Merge(
                Ids.next(),
                command.reviewId(),
                command.mergedId(),
                command.survivingId(),
                Merge.State.MERGED,
                command.reason(),
                now,
                null,
                null,
                0);
        merges.because(user.actor(), "Merged with another record");
        merges.merge(merge, user.actor());
        journal.merged(new StudentMerged(merge.mergedId(), merge.survivingId(), now));
        journal.wrote(AuditEntry.of("student.merge", "student-merge", merge.id()), merge);
        return Optional.of(merge.id());
    }
}
