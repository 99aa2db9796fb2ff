package org.schoolcase.cases.deadline.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.schoolcase.cases.deadline.day.Toll.Closures;
import org.schoolcase.cases.deadline.day.Toll.Edges;
import org.schoolcase.cases.deadline.day.Toll.Kind;

/** Applies one clause about breaks to a calendar. */
final class TolledSpans {

    private final List<SchoolYear> years;
    private final List<Gap> gaps;

    TolledSpans(List<SchoolYear> years, List<Gap> gaps) {
        this.years = years;
        this.gaps = gaps;
    }

    List<Span> of(Toll toll) {
        var spans = new ArrayList<Span>();
        if (toll.kind() == Kind.SUMMER) {
            gaps.stream().filter(Gap::summer).forEach(gap -> spans.add(span(gap, toll)));
        } else if (toll.edges() == Edges.OWN_DATES) {
            addNamedDates(toll, spans);
        } else {
            gaps.stream().filter(gap -> isBreak(gap, toll)).forEach(gap -> spans.add(span(gap, toll)));
        }
        return Span.inOrder(spans);
    }

    private static boolean isBreak(Gap gap, Toll toll) {
        return (toll.summerToo() || !gap.summer()) && length(gap, toll) >= toll.atLeast();
    }

    private static int length(Gap gap, Toll toll) {
        return toll.closures() == Closures.VACATIONS ? gap.vacation() : gap.vacated();
    }

    private static Span span(Gap gap, Toll toll) {
        return new Span(from(gap, toll), gap.to(), reason(gap.name(), length(gap, toll), toll));
    }

    private static int from(Gap gap, Toll toll) {
        if (toll.edges() != Edges.FIRST_VACATED_WEEKDAY) {
            return gap.from();
        }
        return toll.closures() == Closures.VACATIONS ? Objects.requireNonNull(gap.firstVacation()) : gap.firstVacated();
    }

    private void addNamedDates(Toll toll, List<Span> spans) {
        for (var year : years) {
            for (var none : year.noSchool()) {
                if (toll.closures() == Closures.ALL || none.kind().isVacation()) {
                    spans.add(new Span(
                            day(none.from()), day(none.to()), "%s (%s)".formatted(none.name(), toll.citation())));
                }
            }
        }
    }

    private static String reason(String name, int length, Toll toll) {
        return toll.kind() == Kind.SUMMER
                ? "%s (%s)".formatted(name, toll.citation())
                : "%s, a break of %d school days (%s)".formatted(name, length, toll.citation());
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
