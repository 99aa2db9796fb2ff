package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** Completes what a sender wishes with what is configured; whoever may not confirm may not raise the safety stop either. */
@ApplicationScoped
class ImportWishes {

    private final RosterConfig config;
    private final CurrentUser caller;

    ImportWishes(RosterConfig config, CurrentUser caller) {
        this.config = config;
        this.caller = caller;
    }

    ImportWish of(boolean dryRun, boolean strict, @Nullable Integer safetyPercent) {
        int usual = config.safetyStopPercent();
        int percent = safetyPercent == null ? usual : safetyPercent;
        if (percent > usual && !caller.has(Role.DISTRICT_ADMIN)) {
            throw ProblemException.forbidden(
                    "roster-import.safety-stop", "Only a district admin raises the share that may end unasked.");
        }
        return new ImportWish(dryRun, strict, percent);
    }
}
