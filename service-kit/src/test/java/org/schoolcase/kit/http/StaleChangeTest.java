package org.schoolcase.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.http.Differences.Difference;
import org.schoolcase.kit.problem.ProblemException;

class StaleChangeTest {

    record Address(String street, String zip) {}

    record Stored(String name, LocalDate on, List<String> tags, Address address, long version) {}

    record Wanted(String name, LocalDate on, List<String> tags, Address address) {}

    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    private static final Stored STORED = new Stored("a", DAY, List.of("x"), new Address("Elm 1", "85001"), 4);

    @Test
    void namesOnlyTheFieldsThatDiffer() {
        var wanted = new Wanted("b", DAY, List.of("x", "y"), new Address("Elm 1", "85002"));

        assertThat(Differences.between(wanted, STORED))
                .extracting(Difference::field)
                .containsExactly("/address/zip", "/name", "/tags");
        assertThat(Differences.between(wanted, STORED).getFirst().current().asText())
                .isEqualTo("85001");
    }

    @Test
    void findsNoneBetweenTheSame() {
        assertThat(Differences.between(new Wanted("a", DAY, List.of("x"), new Address("Elm 1", "85001")), STORED))
                .isEmpty();
    }

    @Test
    void refusesAStaleChangeAndAcceptsTheCurrent() {
        ETags.requireMatch("\"v4\"", 4, STORED, STORED);

        assertThatThrownBy(() -> ETags.requireMatch("\"v3\"", 4, STORED, STORED))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(412));
        assertThatThrownBy(() -> ETags.requireMatch(null, 4, STORED, STORED))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(428));
    }
}
