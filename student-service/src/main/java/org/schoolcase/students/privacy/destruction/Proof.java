package org.schoolcase.students.privacy.destruction;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The hash of a destruction: SHA-256 over lines of id, student, scope, rule, order time in epoch milliseconds, then
 * {@code service|kind|count} by service and kind, each ended by a newline. Anybody who has the view can recount it.
 */
final class Proof {

    private Proof() {}

    static String of(DestructionView view) {
        var at = view.orderedAt() == null ? "" : Long.toString(view.orderedAt().toEpochMilli());
        var head = "%s\n%s\n%s\n%s\n%s\n".formatted(view.id(), view.studentId(), view.scope(), view.rule(), at);
        var lines = view.counts().stream()
                .sorted(Comparator.comparing(DestructionView.Count::service).thenComparing(DestructionView.Count::kind))
                .map(count -> "%s|%s|%d\n".formatted(count.service(), count.kind(), count.destroyed()))
                .collect(Collectors.joining());
        return DigestUtils.sha256Hex(head + lines);
    }
}
