package org.schoolcase.notifications.inbox;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;

/** Whose inbox a request opens: always the caller's own. */
@RequestScoped
class InboxOwner {

    private final CurrentUser caller;

    InboxOwner(CurrentUser caller) {
        this.caller = caller;
    }

    /** The caller as staff member, guardian or student; 403 for who is none of these. */
    UUID id() {
        return caller.staffId()
                .or(caller::guardianId)
                .or(caller::studentId)
                .orElseThrow(
                        () -> ProblemException.forbidden("inbox.none", "Your token names no person with an inbox."));
    }

    InboxBell.Owner inbox() {
        return new InboxBell.Owner(caller.districtId(), id());
    }
}
