package org.schoolcase.students.identity.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The weights, as data with a version: {@code identity/scoring-v1.json}.
 *
 * @param review from this score on a pair is put into the queue
 * @param likely from this score on it is called likely
 * @param shown from this score on it is shown when somebody asks for matches
 * @param stateIdTypes types of ids that a state gives, in lower case
 */
record Weights(
        String version, int review, int likely, int shown, Set<String> stateIdTypes, Map<Reason, Integer> weights) {

    private static final String FILE = "/identity/scoring-v1.json";

    Weights {
        if (!weights.keySet().containsAll(Set.of(Reason.values()))) {
            throw new IllegalStateException("A reason has no weight in " + FILE);
        }
    }

    static Weights read(ObjectMapper json) {
        try (var file = Objects.requireNonNull(Weights.class.getResourceAsStream(FILE), FILE)) {
            return json.readValue(file, Weights.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int of(Reason reason) {
        return Objects.requireNonNull(weights.get(reason));
    }
}
