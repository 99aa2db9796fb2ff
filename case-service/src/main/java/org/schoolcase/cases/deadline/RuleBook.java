package org.schoolcase.cases.deadline;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All rules of law that were loaded, by jurisdiction; it knows what it does not know. */
public final class RuleBook {

    private static final String FEDERAL = "US";
    private static final String INDEX = "index.yaml";

    /** What the book says about one step in one jurisdiction. */
    sealed interface Entry {
        record Ruled(List<Rule> versions) implements Entry {}

        record Pending(PendingRule rule) implements Entry {}

        record Unknown() implements Entry {}
    }

    private final Map<String, JurisdictionLaw> laws = new HashMap<>();

    RuleBook(List<JurisdictionLaw> laws) {
        laws.forEach(law -> this.laws.put(law.jurisdiction(), law));
        laws.forEach(this::requireWhatItInherits);
    }

    private void requireWhatItInherits(JurisdictionLaw law) {
        for (var inherited : law.inherits().entrySet()) {
            if (federal(inherited.getKey(), inherited.getValue()).isEmpty()) {
                var file = law.jurisdiction().toLowerCase(Locale.ROOT) + ".yaml";
                throw new InvalidRuleFile(file, 1, "there is no federal rule to inherit for " + inherited.getKey());
            }
        }
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

    Set<String> jurisdictions() {
        return Set.copyOf(laws.keySet());
    }

    Entry find(String jurisdiction, Step step) {
        var law = laws.get(jurisdiction);
        if (law == null) {
            return new Entry.Unknown();
        }
        if (!law.pendingOf(step).isEmpty()) {
            return new Entry.Pending(law.pendingOf(step).getFirst());
        }
        var confidence = law.inherits().get(step);
        return new Entry.Ruled(confidence == null ? law.rulesOf(step) : federal(step, confidence));
    }

    private List<Rule> federal(Step step, Confidence confidence) {
        var federal = laws.get(FEDERAL);
        return federal == null
                ? List.of()
                : federal.rulesOf(step).stream()
                        .map(rule -> rule.inheritedWith(confidence))
                        .toList();
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
