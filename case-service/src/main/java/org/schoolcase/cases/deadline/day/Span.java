package org.schoolcase.cases.deadline.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of days that a count leaves out, both ends included, and why; days are epoch days. */
public record Span(int from, int to, String reason) {

    /** The spans in order and without overlaps; where two overlap, the later one keeps what the earlier leaves of it. */
    public static List<Span> inOrder(List<Span> spans) {
        if (spans.size() < 2) {
            return spans;
        }
        var sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingInt(Span::from));
        var result = new ArrayList<Span>(sorted.size());
        var free = Integer.MIN_VALUE;
        for (var span : sorted) {
            if (span.to() >= free) {
                result.add(span.from() >= free ? span : new Span(free, span.to(), span.reason()));
                free = span.to() + 1;
            }
        }
        return result;
    }
}
