package org.schoolcase.students.privacy.mention;

import java.util.UUID;
import org.schoolcase.kit.id.Ids;

/** Words in a text of an export that are another student's name. The same words of the same text are one mention. */
record Mention(UUID id, String service, String kind, String path, String textHash, String matched, String excerpt) {

    private static final int AROUND = 80;

    static Mention of(UUID requestId, String service, String kind, String path, String text, NamePairs.Pair pair) {
        var hash = Texts.hash(text);
        var matched = pair.in(text);
        var id = Ids.named(requestId, String.join("|", "mention", service, kind, hash, matched));
        return new Mention(id, service, kind, path, hash, matched, excerpt(text, pair));
    }

    private static String excerpt(String text, NamePairs.Pair pair) {
        int from = Math.max(0, pair.from() - AROUND);
        int to = Math.min(text.length(), pair.to() + AROUND);
        return text.substring(
                from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from,
                to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to);
    }
}
