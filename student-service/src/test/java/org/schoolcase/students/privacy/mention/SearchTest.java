package org.schoolcase.students.privacy.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.students.privacy.archive.PartFile;

@NullMarked
class SearchTest {

    private static final UUID REQUEST = UUID.randomUUID();

    /** Of the words that the index would know. */
    private static final Set<String> GIVEN = Set.of("Ben", "Ana", "Maria");

    private static final Set<String> FAMILY = Set.of("Birchtree", "Garcia", "Lopez");

    @Test
    void takesOfTheSameNameTheNearestWords() throws IOException {
        assertThat(matched("Ben Birchtree, Ben Birchtree")).containsExactly("Ben Birchtree", "Ben Birchtree");
    }

    @Test
    void takesOfANameAllItsWords() throws IOException {
        assertThat(matched("told Ana Maria Garcia Lopez so")).containsExactly("Ana Maria Garcia Lopez");
    }

    @Test
    void findsWhatStandsDeepInARowAndInTheHundredthThousandth() throws IOException {
        var many = IntStream.range(0, 2_000).mapToObj(i -> "Tom Nobody " + i).collect(Collectors.joining(" and "));

        assertThat(matched(many + " and Ben Birchtree")).containsExactly("Ben Birchtree");
    }

    private static List<String> matched(String text) throws IOException {
        // As strict as that of the service.
        var json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        var row = JsonNodeFactory.instance.objectNode();
        row.putObject("more").putArray("list").add(1).add(text);
        var found = new ArrayList<Mention>();
        try (var part = PartFile.write(
                "case-service",
                json,
                out -> out.write(("{\"kinds\": {\"note\": [" + row + "," + json.createObjectNode() + "]}}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))) {
            new Search(REQUEST, UUID.randomUUID(), (_, pairs) -> names(pairs), found::add).in(List.of(part));
        }
        assertThat(found).allSatisfy(mention -> {
            assertThat(mention.path()).isEqualTo("/more/list/1");
            assertThat(mention.excerpt()).contains(mention.matched()).hasSizeLessThan(220);
        });
        return found.stream().map(Mention::matched).toList();
    }

    private static Set<Integer> names(List<NamePairs.Pair> pairs) {
        return IntStream.range(0, pairs.size())
                .filter(i -> GIVEN.contains(pairs.get(i).first())
                        && FAMILY.contains(pairs.get(i).second()))
                .boxed()
                .collect(Collectors.toSet());
    }
}
