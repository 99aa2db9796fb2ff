package org.schoolcase.students.privacy.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.CurrentUser;

/** Use case: a district sets how long it keeps a kind of record. */
@ApplicationScoped
class SetRetention {

    /** What came of it. */
    enum Outcome {
        SET,
        SET_BEFORE,
        FOLLOWS_RECORD
    }

    private final RetentionSchedule schedule;
    private final CurrentUser user;
    private final Audit audit;

    SetRetention(RetentionSchedule schedule, CurrentUser user, Audit audit) {
        this.schedule = schedule;
        this.user = user;
        this.audit = audit;
    }

    @Transactional
    Outcome handle(RetentionRuleRequest rule) {
        if (schedule.follows(rule.kind())) {
            return Outcome.FOLLOWS_RECORD;
        }
        if (!schedule.add(rule)) {
            return Outcome.SET_BEFORE;
        }
        var id = Ids.named(user.districtId(), "retention:" + rule.kind() + ":" + rule.effectiveFrom());
        audit.wrote(AuditEntry.of("retention-rule.set", "retention-rule", id)
                .fields("kind", "effectiveFrom", "years", "noticeDays", "authority"));
        return Outcome.SET;
    }
}
