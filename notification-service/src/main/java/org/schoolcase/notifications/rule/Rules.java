package org.schoolcase.notifications.rule;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rules in force, read from {@code notification-rules.json} at start. */
@Startup
@ApplicationScoped
public class Rules {

    private static final String FILE = "/notification-rules.json";

    private final List<Rule> all;
    private final Map<String, List<Rule>> byEvent;

    @Inject
    Rules(ObjectMapper json) {
        this(read(json));
    }

    Rules(List<Rule> all) {
        if (all.stream().map(Rule::id).distinct().count() != all.size()) {
            throw new IllegalArgumentException("Two rules have the same id");
        }
        this.all = List.copyOf(all);
        this.byEvent = all.stream().collect(groupingBy(Rule::event));
    }

    public List<Rule> all() {
        return all;
    }

    /** Rules for events of this type; none for a type that interests nobody. */
    public List<Rule> of(String eventType) {
        return byEvent.getOrDefault(eventType, List.of());
    }

    /** The rule of this id; a message in the ledger may name one that no longer exists. */
    public Optional<Rule> find(String id) {
        return all.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static List<Rule> read(ObjectMapper json) {
        try (InputStream file = Objects.requireNonNull(Rules.class.getResourceAsStream(FILE), FILE)) {
            return List.of(json.readValue(file, Rule[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }
}
