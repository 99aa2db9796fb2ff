package org.schoolcase.notifications.rule;

import java.util.List;

/** Says who is told what, over which channels and why, when an event of one type arrives. */
public record Rule(String id, String event, Audience audience, String kind, List<Channel> channels, String reason) {

    public Rule {
        channels = List.copyOf(channels);
        if (id.isBlank() || event.isBlank() || kind.isBlank() || reason.isBlank() || channels.isEmpty()) {
            throw new IllegalArgumentException("A rule needs id, event, kind, channels and reason: " + id);
        }
    }
}
