package org.schoolcase.students.identity.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Rows;

/** Use case: a merge was wrong, and both records are as they were; what came to the surviving one since stays with it. */
@ApplicationScoped
class UnmergeStudents {

    /** What came of it. */
    sealed interface Outcome {
        record Undone(Merge merge) implements Outcome {}

        record Unknown() implements Outcome {}

        record UndoneBefore() implements Outcome {}

        /** The surviving record was merged into a third since: that merge is undone first. */
        record MergedFurther() implements Outcome {}
    }

    private static final String FOUND_DIFFERENT = """
            update identity_review set state = 'DIFFERENT', decided_at = ?, decided_by = ?, decision_reason = ?, merge_id = null,
                   version = version + 1
             where id = ?
            """;

    private final MergeRepository merges;
    private final MergeJournal journal;
    private final Rows rows;
    private final CurrentUser user;
    private final Clock clock;

    UnmergeStudents(MergeRepository merges, MergeJournal journal, Rows rows, CurrentUser user, Clock clock) {
        this.merges = merges;
        this.journal = journal;
        this.rows = rows;
        this.user = user;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(UUID mergeId, @Nullable String ifMatch, String reason) {
        merges.waitForOthers();
        var found = merges.findForUpdate(mergeId);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var merge = found.get();
        ETags.requireMatch(ifMatch, merge.version());
        if (merge.state() == Merge.State.UNDONE) {
            return new Outcome.UndoneBefore();
        }
        if (!merges.lockBothMerged(merge.mergedId(), merge.survivingId())) {
            return new Outcome.MergedFurther();
        }
        undo(merge, reason);
        return new Outcome.Undone(merges.find(mergeId).orElseThrow());
    }

    private void undo(Merge merge, String reason) {
        var now = clock.instant();
        merges.because(user.actor(), "Merge with another record undone");
        merges.undo(merge, now, user.actor(), reason);
        rows.write(FOUND_DIFFERENT, now.atOffset(ZoneOffset.UTC), user.actor(), reason, merge.reviewId());
        journal.unmerged(new StudentUnmerged(merge.mergedId(), merge.survivingId(), now));
        journal.wrote(AuditEntry.of("student.unmerge", "student-merge", merge.id()), merge);
    }
}
