package org.schoolcase.notifications.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says who is told what, over which channels and why, when an event of one type arrives.
 *
 * @param studentKind what an adult student is told instead, to whom the rights passed; of rules for families
 * @param states only when the event says one of these states; null: always
 */
public record Rule(
        String id,
        String event,
        Audience audience,
        String kind,
        @Nullable String studentKind,
        List<Channel> channels,
        String reason,
        @Nullable List<String> states) {

    public Rule {
        channels = List.copyOf(channels);
        states = states == null ? null : List.copyOf(states);
        if (id.isBlank() || event.isBlank() || kind.isBlank() || reason.isBlank() || channels.isEmpty()) {
            throw new IllegalArgumentException("A rule needs id, event, kind, channels and reason: " + id);
        }
        if (audience.isFamily() == (studentKind == null)) {
            throw new IllegalArgumentException("What an adult student is told belongs to rules for families: " + id);
        }
    }

    /** The kinds of text that it may need. */
    public List<String> kinds() {
        return studentKind == null ? List.of(kind) : List.of(kind, studentKind);
    }

    /** The kind of text for one recipient. */
    public String kind(boolean toStudent) {
        return toStudent && studentKind != null ? studentKind : kind;
    }

    /** Whether an event of its type that says this state is told. */
    public boolean isOf(@Nullable String state) {
        return states == null || (state != null && states.contains(state));
    }
}
