package org.schoolcase.kit.http;

import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;

/** Strong entity tags made of an entity's version (RFC 9110), and the precondition that every change carries (RFC 6585). */
public final class ETags {

    private ETags() {}

    /** {@code "v3"}, with the quotes. */
    public static String of(long version) {
        return "\"v" + version + "\"";
    }

    /** 428 where {@code If-Match} is missing, 412 with the current version where it is stale. */
    public static void requireMatch(@Nullable String ifMatch, long currentVersion) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(
                    428,
                    "if-match.missing",
                    "Precondition required",
                    "A change names the version it was made on: If-Match.");
        }
        if (isStale(ifMatch, currentVersion)) {
            throw stale(currentVersion);
        }
    }

    /**
     * The same; a stale change is answered with the fields in which the request differs from what is there now, each as
     * {@code {field, yours, current}}, so that nobody's work is lost.
     *
     * @param current what is there now, as the API shows it
     * @param wanted the body of the request
     */
    public static void requireMatch(@Nullable String ifMatch, long currentVersion, Object current, Object wanted) {
        if (ifMatch != null && !ifMatch.isBlank() && isStale(ifMatch, currentVersion)) {
            throw stale(currentVersion).with("differences", Differences.between(wanted, current));
        }
        requireMatch(ifMatch, currentVersion);
    }

    private static ProblemException stale(long currentVersion) {
        return ProblemException.of(412, "version.stale", "Precondition failed", "It has changed since you read it.")
                .with("currentVersion", of(currentVersion));
    }

    private static boolean isStale(String ifMatch, long currentVersion) {
        return !ifMatch.strip().equals("*") && !names(ifMatch, of(currentVersion));
    }

    private static boolean names(String ifMatch, String current) {
        for (var tag : ifMatch.split(",", -1)) {
            if (tag.strip().equals(current)) {
                return true;
            }
        }
        return false;
    }
}
