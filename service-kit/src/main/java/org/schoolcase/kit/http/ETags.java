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
        if (!ifMatch.strip().equals("*") && !names(ifMatch, of(currentVersion))) {
            throw ProblemException.of(412, "version.stale", "Precondition failed", "It has changed since you read it.")
                    .with("currentVersion", of(currentVersion));
        }
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
