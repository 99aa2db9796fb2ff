package org.schoolcase.notifications.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says who is told what, over which channels and why, when an event of one type arrives.
 *
 * @param states only when the event says one of these states; null: always
 */
public record Rule(
        String id,
        String event,
        Audience audience,
        String kind,
        List<Channel> channels,
        String reason,
        @Nullable List<String> states) {

    public Rule {
        channels = List.copyOf(channels);
        states = states == null ? null : List.copyOf(states);
        if (id.isBlank() || event.isBlank() || kind.isBlank() || reason.isBlank() || channels.isEmpty()) {
            throw new IllegalArgumentException("A rule needs id, event, kind, channels and reason: " + id);
        }
    }

    /** Whether an event of its type that says this state is told. */
    public boolean isOf(@Nullable String state) {
        return states == null || (state != null && states.contains(state));
    }
}
