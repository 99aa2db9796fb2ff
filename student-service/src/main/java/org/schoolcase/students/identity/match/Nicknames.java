package org.schoolcase.students.identity.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Names that people are called by instead of their own: the data file {@code identity/nicknames-v1.csv}. */
@ApplicationScoped
class Nicknames {

    private static final String FILE = "/identity/nicknames-v1.csv";

    private final Map<String, Set<String>> namesOf = new HashMap<>();

    Nicknames() {
        try (InputStream file = Objects.requireNonNull(Nicknames.class.getResourceAsStream(FILE), FILE)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> List.of(line.split(",")))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both are forms of one name: a name and its nickname, or two nicknames of one name. Names are folded. */
    boolean areOfOneName(String one, String other) {
        return !Collections.disjoint(names(one), names(other));
    }

    private Set<String> names(String form) {
        return namesOf.getOrDefault(form, Set.of());
    }

    private void add(List<String> line) {
        line.forEach(form ->
                namesOf.computeIfAbsent(form.strip(), _ -> new HashSet<>()).add(line.getFirst()));
    }
}
