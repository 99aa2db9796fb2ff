package org.schoolcase.students.privacy.destruction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Collectors;

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
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest((head + lines).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
