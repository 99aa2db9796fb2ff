package org.schoolcase.notifications.rule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says who is told what, over which channels and why, when an event of one type arrives.
 *
 * @param studentKind what an adult student is told instead, to whom the rights passed; of rules for families
 * @param parentKind what the parents are told from whom the rights passed to him; of rules for what the Act requires
 * @param required the provision of 34 CFR Part 300 that requires this notice, so that it goes to an adult student and to his
 *     parents (300.520(a)(1)(i)); null: no notice that it requires
 * @param states only when the event says one of these states; null: always
 */
public record Rule(
        String id,
        String event,
        Audience audience,
        String kind,
        @Nullable String studentKind,
        @Nullable String parentKind,
        List<Channel> channels,
        String reason,
        @Nullable String required,
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
        if ((required == null) != (parentKind == null)) {
            throw new IllegalArgumentException("Parents of adult students are told what is required: " + id);
        }
        if (required != null && (required.isBlank() || audience != Audience.GUARDIANS_WITH_RIGHTS)) {
            throw new IllegalArgumentException("A required notice names its provision and goes to all: " + id);
        }
    }

    /** The kinds of text that it may need. */
    public List<String> kinds() {
        return Stream.of(kind, studentKind, parentKind)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The kind of text for one recipient. */
    public String kind(Capacity capacity) {
        return switch (capacity) {
            case STAFF, GUARDIAN -> kind;
            case ADULT_STUDENT -> Objects.requireNonNullElse(studentKind, kind);
            case PARENT_OF_ADULT -> Objects.requireNonNullElse(parentKind, kind);
        };
    }

    /** Whether the Act requires this notice, so that it goes to the parents of an adult student as well. */
    public boolean alsoToParents() {
        return required != null;
    }

    /** Whether an event of its type that says this state is told. */
    public boolean isOf(@Nullable String state) {
        return states == null || (state != null && states.contains(state));
    }
}
