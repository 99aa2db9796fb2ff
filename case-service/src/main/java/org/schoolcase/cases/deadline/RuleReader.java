package org.schoolcase.cases.deadline;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.EndOfYear.From;
import org.schoolcase.cases.deadline.ExceptionClause.Effect;
import org.schoolcase.cases.deadline.Offset.Counting;
import org.schoolcase.cases.deadline.Offset.Direction;
import org.schoolcase.cases.deadline.Rule.Combine;

/** Reads one rule as an editor of law writes it. */
final class RuleReader {

    private static final Set<String> OFFSET_KEYS = Set.of("amount", "unit", "direction", "counting");
    private static final Set<String> LIMIT_KEYS =
            Set.of("startEvent", "after", "amount", "unit", "direction", "counting", "fixedDate");
    private static final Set<String> SINGLE_KEYS = Set.of(
            "step",
            "onlyFor",
            "startEvent",
            "completionEvent",
            "after",
            "amount",
            "unit",
            "direction",
            "counting",
            "fixedDate",
            "alsoLimitedBy",
            "combine",
            "notBefore",
            "tolling",
            "absences",
            "endOfYear",
            "exceptions",
            "earliestDay",
            "summerStart",
            "anniversary",
            "citation",
            "confidence",
            "effectiveFrom",
            "effectiveTo",
            "sourceDate",
            "note");
    private static final Set<String> END_KEYS =
            Set.of("event", "unit", "atLeast", "atMost", "unlessAbsences", "from", "fixedDate", "due", "citation");
    private static final Set<String> EXCEPTION_KEYS = Set.of("circumstance", "effect", "words", "citation");

    private final YamlMap yaml;
    private final String citation;

    private RuleReader(YamlMap yaml) {
        this.yaml = yaml;
        this.citation = yaml.text("citation");
    }

    /** The keys of a rule in a file, where each has an id. */
    static Set<String> keys() {
        var keys = new HashSet<>(SINGLE_KEYS);
        keys.add("id");
        return keys;
    }

    static Rule read(String jurisdiction, String id, YamlMap yaml) {
        return new RuleReader(yaml).rule(jurisdiction, id);
    }

    /** A rule that stands alone, without an id. */
    static Rule single(String jurisdiction, String id, Reader content) {
        return read(jurisdiction, id, YamlMap.read(id, content, SINGLE_KEYS));
    }

    static RuleSource source(YamlMap yaml) {
        return new RuleSource(
                yaml.text("citation"),
                yaml.oneOf(Confidence.class, "confidence"),
                yaml.dateOrNull("effectiveFrom"),
                yaml.dateOrNull("effectiveTo"),
                yaml.date("sourceDate"),
                yaml.textOrNull("note"));
    }

    private Rule rule(String jurisdiction, String id) {
        var notBefore = yaml.mapOrNull("notBefore", LIMIT_KEYS);
        return new Rule(
                id,
                jurisdiction,
                yaml.oneOf(Step.class, "step"),
                yaml.has("onlyFor") ? yaml.oneOf(Circumstance.class, "onlyFor") : null,
                limits(),
                yaml.oneOfOr(Combine.class, "combine", Combine.EARLIEST),
                yaml.oneOf(LawEvent.class, "completionEvent"),
                TollReader.read(yaml, citation),
                absences(),
                endOfYear(),
                exceptions(),
                notBefore == null ? null : limit(notBefore),
                yaml.yes("earliestDay"),
                yaml.yes("summerStart"),
                yaml.yes("anniversary"),
                source(yaml));
    }

    private List<Limit> limits() {
        var limits = new ArrayList<Limit>();
        limits.add(limit(yaml));
        yaml.list("alsoLimitedBy", LIMIT_KEYS).forEach(other -> limits.add(limit(other)));
        return List.copyOf(limits);
    }

    private static Limit limit(YamlMap yaml) {
        var base = yaml.mapOrNull("after", OFFSET_KEYS);
        var fixed = yaml.monthDayOrNull("fixedDate");
        if (fixed != null && yaml.has("amount")) {
            throw yaml.problem("amount", "a limit has an amount or a fixedDate, not both");
        }
        return new Limit(
                yaml.oneOf(LawEvent.class, "startEvent"),
                base == null ? null : offset(base),
                fixed == null ? offset(yaml) : new Offset(0, Unit.CALENDAR, Direction.AFTER, false),
                fixed);
    }

    private static Offset offset(YamlMap yaml) {
        var direction = yaml.oneOfOr(Direction.class, "direction", Direction.AFTER);
        var duration = yaml.oneOfOr(Counting.class, "counting", Counting.DEADLINE) == Counting.DURATION;
        var amount = yaml.whole("amount");
        if (duration && (amount == 0 || direction == Direction.BEFORE)) {
            throw yaml.problem("counting", "what lasts has at least one day, and goes forward");
        }
        return new Offset(amount, yaml.oneOf(Unit.class, "unit"), direction, duration);
    }

    private @Nullable AbsenceRule absences() {
        var map = yaml.mapOrNull("absences", Set.of("atLeast", "add"));
        return map == null ? null : new AbsenceRule(map.whole("atLeast"), map.oneOf(Added.class, "add") == Added.ALL);
    }

    /** Which absences lengthen a limit. */
    enum Added {
        ALL,
        BEYOND
    }

    private List<EndOfYear> endOfYear() {
        return yaml.list("endOfYear", END_KEYS).stream().map(this::endOfYear).toList();
    }

    private EndOfYear endOfYear(YamlMap map) {
        var due = map.mapOrNull("due", OFFSET_KEYS);
        var fixed = map.monthDayOrNull("fixedDate");
        if ((due == null) == (fixed == null)) {
            throw map.problem("due", "the end of the year has one of due and fixedDate");
        }
        return new EndOfYear(
                map.oneOf(LawEvent.class, "event"),
                map.oneOf(Unit.class, "unit"),
                map.whole("atLeast"),
                map.whole("atMost"),
                map.wholeOrNull("unlessAbsences"),
                map.oneOf(From.class, "from"),
                fixed,
                due == null ? new Offset(0, Unit.CALENDAR, Direction.AFTER, false) : offset(due),
                map.has("citation") ? map.text("citation") : citation);
    }

    private List<ExceptionClause> exceptions() {
        return yaml.list("exceptions", EXCEPTION_KEYS).stream()
                .map(map -> new ExceptionClause(
                        map.has("circumstance") ? map.oneOf(Circumstance.class, "circumstance") : null,
                        map.oneOf(Effect.class, "effect"),
                        map.text("words"),
                        map.has("citation") ? map.text("citation") : citation))
                .toList();
    }
}
