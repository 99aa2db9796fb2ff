package org.schoolcase.cases.deadline;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.day.Holidays;

/** All rules of law that were loaded, by jurisdiction; it knows what it does not know. */
public final class RuleBook {

    private static final String FEDERAL = "US";
    private static final String INDEX = "index.yaml";

    /** What the book says about one step in one jurisdiction. */
    sealed interface Entry {
        record Ruled(List<Rule> versions) implements Entry {}

        record Words(WordRule rule) implements Entry {}

        record Unknown(String reason) implements Entry {}
    }

    private final String fingerprint;
    private final Map<String, JurisdictionLaw> laws = new HashMap<>();
    private final Map<String, Map<Step, Entry>> entries = new HashMap<>();
    private final Map<String, Map<LawEvent, Set<Step>>> starts = new HashMap<>();
    private final Map<String, Holidays> holidays = new HashMap<>();

    RuleBook(List<JurisdictionLaw> laws) {
        laws.forEach(law -> this.laws.put(law.jurisdiction(), law));
        this.fingerprint = UUID.nameUUIDFromBytes(laws.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        laws.forEach(this::requireWhatItInherits);
        laws.forEach(law -> entries.put(law.jurisdiction(), entriesOf(law)));
        entries.forEach((jurisdiction, found) -> starts.put(jurisdiction, startsOf(found)));
        var federal = this.laws.get(FEDERAL);
        var common = Holidays.by(federal == null ? List.of() : federal.holidays());
        laws.forEach(law -> holidays.put(law.jurisdiction(), holidaysOf(law, common)));
    }

    /** Reads every file that the index names; throws {@link InvalidRuleFile} with file and line at the first mistake. */
    public static RuleBook load() {
        var files = open(
                INDEX, reader -> YamlMap.read(INDEX, reader, Set.of("files")).texts("files"));
        return new RuleBook(files.stream()
                .map(file -> open(file, reader -> RuleFile.read(file, reader)))
                .toList());
    }

    public int size() {
        return laws.size();
    }

    public Set<String> jurisdictions() {
        return Set.copyOf(laws.keySet());
    }

    /** Changes whenever a rule does. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Federal holidays and those of the State, as far as its file names them. */
    public Holidays holidays(String jurisdiction) {
        return holidays.getOrDefault(jurisdiction, Holidays.NONE);
    }

    Entry find(String jurisdiction, Step step) {
        var law = entries.get(jurisdiction);
        if (law == null) {
            return new Entry.Unknown("No rules are known for %s.".formatted(jurisdiction));
        }
        var entry = law.get(step);
        return entry == null
                ? new Entry.Unknown("No rule about this step is known for %s.".formatted(jurisdiction))
                : entry;
    }

    /** The steps with a limit that counts from an event. */
    Set<Step> startedBy(String jurisdiction, LawEvent event) {
        return starts.getOrDefault(jurisdiction, Map.of()).getOrDefault(event, Set.of());
    }

    private static Map<LawEvent, Set<Step>> startsOf(Map<Step, Entry> entries) {
        var found = new EnumMap<LawEvent, Set<Step>>(LawEvent.class);
        entries.forEach((step, entry) -> {
            if (entry instanceof Entry.Ruled(var versions)) {
                versions.stream().flatMap(rule -> rule.limits().stream()).forEach(limit -> found.computeIfAbsent(
                                limit.startEvent(), none -> EnumSet.noneOf(Step.class))
                        .add(step));
            }
        });
        return found;
    }

    private Map<Step, Entry> entriesOf(JurisdictionLaw law) {
        var found = new EnumMap<Step, Entry>(Step.class);
        for (var step : Step.values()) {
            var entry = entry(law, step);
            if (entry != null) {
                found.put(step, entry);
            }
        }
        return found;
    }

    private @Nullable Entry entry(JurisdictionLaw law, Step step) {
        if (!law.rulesOf(step).isEmpty()) {
            return new Entry.Ruled(law.rulesOf(step));
        }
        if (!law.wordsOf(step).isEmpty()) {
            return new Entry.Words(law.wordsOf(step).getFirst());
        }
        var federal = laws.get(FEDERAL);
        if (federal == null || law.equals(federal)) {
            return null;
        }
        return inherited(federal, step, law.inherits().getOrDefault(step, law.others()));
    }

    private static @Nullable Entry inherited(JurisdictionLaw federal, Step step, Confidence confidence) {
        if (!federal.rulesOf(step).isEmpty()) {
            return new Entry.Ruled(federal.rulesOf(step).stream()
                    .map(rule -> rule.inheritedWith(confidence))
                    .toList());
        }
        return federal.wordsOf(step).stream()
                .findFirst()
                .map(rule -> new Entry.Words(rule.inheritedWith(confidence)))
                .orElse(null);
    }

    private Holidays holidaysOf(JurisdictionLaw law, Holidays common) {
        if (law.holidays().isEmpty() || law.jurisdiction().equals(FEDERAL)) {
            return common;
        }
        var all = new ArrayList<>(law.holidays());
        var federal = laws.get(FEDERAL);
        if (federal != null) {
            all.addAll(federal.holidays());
        }
        return Holidays.by(all);
    }

    private void requireWhatItInherits(JurisdictionLaw law) {
        var federal = laws.get(FEDERAL);
        for (var step : law.inherits().keySet()) {
            if (federal == null
                    || (federal.rulesOf(step).isEmpty() && federal.wordsOf(step).isEmpty())) {
                var file = law.jurisdiction().toLowerCase(Locale.ROOT) + ".yaml";
                throw new InvalidRuleFile(file, 1, "there is no federal rule to inherit for " + step);
            }
        }
    }

    private static <T> T open(String file, Function<Reader, T> read) {
        try (var stream = RuleBook.class.getResourceAsStream("/law/" + file)) {
            if (stream == null) {
                throw new InvalidRuleFile(file, 1, "no such file under law/");
            }
            return read.apply(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
