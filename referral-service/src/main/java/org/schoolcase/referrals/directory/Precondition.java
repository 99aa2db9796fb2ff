package org.schoolcase.referrals.directory;

import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.problem.ProblemException;

/** The condition of a PUT (RFC 9110): {@code If-None-Match: *} creates, {@code If-Match} changes. */
record Precondition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

    void allowsCreation() {
        if (ifNoneMatch == null && ifMatch == null) {
            throw ProblemException.of(
                    428, "if-match.missing", "Precondition required", "Send If-None-Match: * to create.");
        }
        if (ifMatch != null || !"*".equals(ifNoneMatch)) {
            throw failed("There is nothing yet that could match; send If-None-Match: * to create.");
        }
    }

    void allowsChange(long currentVersion) {
        if (ifNoneMatch != null) {
            throw failed("It exists already; send If-Match to change it.")
                    .with("currentVersion", ETags.of(currentVersion));
        }
        ETags.requireMatch(ifMatch, currentVersion);
    }

    private static ProblemException failed(String detail) {
        return ProblemException.of(412, "version.stale", "Precondition failed", detail);
    }
}
