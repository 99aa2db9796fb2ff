package org.schoolcase.cases.task;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import org.schoolcase.cases.happening.Kind;

/** The rules of the flow, read from {@code flow/tasks.yaml} at start; a mistake is refused there with its line. */
@Startup
@ApplicationScoped
class FlowRules {

    private static final String FILE = "flow/tasks.yaml";

    private final List<FlowRule> rules;

    FlowRules() {
        try (var content = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (content == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            rules = read(content);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }

    static List<FlowRule> read(InputStream content) throws IOException {
        var mapper = JsonMapper.builder(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            var found = mapper.readValue(content, new TypeReference<List<FlowRule>>() {});
            requireOneOfEach(found);
            return found;
        } catch (JsonMappingException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IllegalArgumentException("%s:%d: %s".formatted(FILE, line, e.getOriginalMessage()), e);
        }
    }

    private static void requireOneOfEach(List<FlowRule> found) {
        var ids = new HashSet<String>();
        for (var rule : found) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException(FILE + ": two rules are called " + rule.id());
            }
        }
    }

    List<FlowRule> madeOn(Kind kind) {
        return rules.stream().filter(rule -> rule.on() == kind).toList();
    }

    List<String> closedOn(Kind kind) {
        return rules.stream()
                .filter(rule -> rule.closesOn().contains(kind))
                .map(FlowRule::id)
                .toList();
    }
}
