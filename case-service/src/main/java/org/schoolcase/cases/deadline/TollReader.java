package org.schoolcase.cases.deadline;

import java.util.List;
import java.util.Set;
import org.schoolcase.cases.deadline.day.Toll;
import org.schoolcase.cases.deadline.day.Toll.Closures;
import org.schoolcase.cases.deadline.day.Toll.Edges;

/** Reads what a rule leaves out of its count. */
final class TollReader {

    /** The kinds of clauses an editor may write. */
    enum Kind {
        BREAK,
        SUMMER,
        WAITING,
        PERIOD
    }

    private static final Set<String> KEYS = Set.of(
            "kind",
            "over",
            "atLeast",
            "closures",
            "summerToo",
            "edges",
            "unlessDaysLeft",
            "from",
            "to",
            "circumstance",
            "citation");

    private TollReader() {}

    static List<TollClause> read(YamlMap rule, String citation) {
        return rule.list("tolling", KEYS).stream()
                .map(map -> clause(map, map.has("citation") ? map.text("citation") : citation))
                .toList();
    }

    private static TollClause clause(YamlMap map, String citation) {
        return switch (map.oneOf(Kind.class, "kind")) {
            case BREAK -> breaks(map, citation);
            case SUMMER -> summer(map, citation);
            case WAITING ->
                new TollClause.Waiting(map.oneOf(LawEvent.class, "from"), map.oneOf(LawEvent.class, "to"), citation);
            case PERIOD -> new TollClause.Period(map.oneOf(Circumstance.class, "circumstance"), citation);
        };
    }

    private static TollClause breaks(YamlMap map, String citation) {
        if (map.has("over") == map.has("atLeast")) {
            throw map.problem("kind", "a break has one of over and atLeast");
        }
        var length = map.has("over") ? map.whole("over") + 1 : map.whole("atLeast");
        return new TollClause.Breaks(
                new Toll(
                        Toll.Kind.BREAK,
                        length,
                        map.oneOf(Closures.class, "closures"),
                        map.yes("summerToo"),
                        map.oneOf(Edges.class, "edges"),
                        citation),
                null);
    }

    private static TollClause summer(YamlMap map, String citation) {
        return new TollClause.Breaks(
                new Toll(Toll.Kind.SUMMER, 1, Closures.ALL, true, Edges.WHOLE_GAP, citation),
                map.wholeOrNull("unlessDaysLeft"));
    }
}
