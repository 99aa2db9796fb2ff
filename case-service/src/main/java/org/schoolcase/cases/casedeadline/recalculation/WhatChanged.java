package org.schoolcase.cases.casedeadline.recalculation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.day.TraceRange;

/** Says in a sentence what is counted otherwise than before, from the two traces. */
final class WhatChanged {

    private static final int LONGEST = 1000;

    private WhatChanged() {}

    static String between(StoredDeadline before, List<TraceRange> old, Recomputed after) {
        var parts = new LinkedHashSet<String>();
        if (!Objects.equals(before.ruleId(), after.ruleId())) {
            parts.add("rule %s instead of %s".formatted(after.ruleId(), before.ruleId()));
        }
        if (!before.startedOn().equals(after.startedOn())) {
            parts.add("counted from %s instead of %s".formatted(after.startedOn(), before.startedOn()));
        }
        addDifference(parts, "now left out: ", leftOut(after.trace()), leftOut(old));
        addDifference(parts, "no longer left out: ", leftOut(old), leftOut(after.trace()));
        parts.addAll(after.notes());
        addIfSaid(parts, after.explanation());
        var text = parts.isEmpty() ? "counted otherwise" : String.join("; ", parts);
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static void addIfSaid(Set<String> parts, @Nullable String explanation) {
        if (explanation != null) {
            parts.add(explanation);
        }
    }

    private static void addDifference(Set<String> parts, String words, Set<String> these, Set<String> butNot) {
        var more = these.stream().filter(it -> !butNot.contains(it)).collect(Collectors.joining(", "));
        if (!more.isEmpty()) {
            parts.add(words + more);
        }
    }

    private static Set<String> leftOut(List<TraceRange> trace) {
        return trace.stream()
                .filter(range -> !range.counted() && !range.reason().startsWith("day 0"))
                .map(range -> range.from().equals(range.to())
                        ? "%s (%s)".formatted(range.from(), range.reason())
                        : "%s to %s (%s)".formatted(range.from(), range.to(), range.reason()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
