package org.schoolcase.students.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.students.calendar.SchoolDate;
import org.schoolcase.students.http.Precondition;
import org.schoolcase.students.indicator.rule.RuleCatalog;

/** Use case: a district sets its early-warning rules from a date on; what was in force before stays as it was. */
@ApplicationScoped
class SetPolicy {

    /** The settings and their first day. */
    record Command(LocalDate validFrom, Map<String, RuleCatalog.Setting> settings, String reason) {}

    /** What came of it. */
    sealed interface Outcome {
        record Added(Policies.Policy policy) implements Outcome {}

        record Changed(Policies.Policy policy) implements Outcome {}

        /** The date has gone by: indicators were computed by what was in force then. */
        record InThePast() implements Outcome {}
    }

    private final Policies policies;
    private final DirtyStudents dirty;
    private final SchoolDate date;
    private final Told told;
    private final Clock clock;

    /** Where a policy is told: the trail, with its author. */
    @ApplicationScoped
    static class Told {
        private final Audit audit;
        private final CurrentUser user;

        Told(Audit audit, CurrentUser user) {
            this.audit = audit;
            this.user = user;
        }

        String set() {
            audit.wrote(AuditEntry.of(
                            "early-warning.set-policy",
                            "early-warning-policy",
                            Ids.named(user.districtId(), "early-warning-policy"))
                    .fields("validFrom", "rules"));
            return user.actor();
        }
    }

    SetPolicy(Policies policies, DirtyStudents dirty, SchoolDate date, Told told, Clock clock) {
        this.policies = policies;
        this.dirty = dirty;
        this.date = date;
        this.told = told;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(Command command, Precondition precondition) {
        policies.lock();
        var before = policies.find(command.validFrom());
        before.ifPresentOrElse(policy -> precondition.requireCurrent(policy.version()), precondition::requireNew);
        if (command.validFrom().isBefore(date.today())) {
            return new Outcome.InThePast();
        }
        var policy = new Policies.Policy(
                command.validFrom(),
                before.map(known -> known.version() + 1).orElse(0L),
                command.settings(),
                command.reason(),
                clock.instant());
        policies.put(policy, told.set());
        if (command.validFrom().equals(date.today())) {
            dirty.markAll();
        }
        return before.isPresent() ? new Outcome.Changed(policy) : new Outcome.Added(policy);
    }
}
