package org.schoolcase.students.http;

import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.problem.ProblemException;

/** What a PUT that may create says of the version it knows (RFC 9110, 13.1): {@code If-None-Match: *}, or {@code If-Match}. */
public record Precondition(
        @Nullable String ifMatch, @Nullable String ifNoneMatch) {

    /** Goes on only if the caller expects that there is nothing yet: 428 or 412 otherwise. */
    public void requireNew() {
        if (ifMatch != null) {
            throw ProblemException.of(412, "version.stale", "Precondition failed", "There is nothing yet to change.");
        }
        if (ifNoneMatch == null) {
            throw ProblemException.of(
                    428, "if-match.missing", "Precondition required", "To create, send If-None-Match: *.");
        }
    }

    /** Goes on only if the caller knows the current version: 428 or 412 otherwise. */
    public void requireCurrent(long version) {
        if ("*".equals(ifNoneMatch)) {
            throw ProblemException.of(412, "already-there", "Precondition failed", "It is there already.")
                    .with("currentVersion", ETags.of(version));
        }
        ETags.requireMatch(ifMatch, version);
    }
}
