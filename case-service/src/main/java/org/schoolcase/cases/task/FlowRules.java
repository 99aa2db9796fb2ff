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
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.schoolcase.cases.happening.Kind;
import org.yaml.snakeyaml.error.MarkedYAMLException;

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
        var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        var mapper = JsonMapper.builder(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            var found = mapper.readValue(text, new TypeReference<List<FlowRule>>() {});
            requireOneOfEach(found);
            return found;
        } catch (JsonMappingException e) {
            throw mistake(MistakeLine.of(text, e.getPath()), e.getOriginalMessage(), e);
        } catch (MarkedYAMLException e) {
            throw mistake(MistakeLine.of(text, List.of()), e.getProblem(), e);
        }
    }

    private static IllegalArgumentException mistake(int line, String what, Exception e) {
        return new IllegalArgumentException("%s:%d: %s".formatted(FILE, line, what), e);
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
