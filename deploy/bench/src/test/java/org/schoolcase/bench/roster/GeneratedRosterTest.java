package org.schoolcase.bench.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeneratedRosterTest {

    private static final List<String> SCHOOLS = List.of("school-a", "school-b");

    @Test
    void makesTheSameBytesForTheSameSize() {
        assertThat(GeneratedRoster.zip(GeneratedRoster.files(SCHOOLS, 120)))
                .isEqualTo(GeneratedRoster.zip(GeneratedRoster.files(SCHOOLS, 120)));
    }

    @Test
    void hasAsManyPeopleAndEnrollmentsAsWanted() {
        var files = GeneratedRoster.files(SCHOOLS, 120);
        assertThat(rows(files.getOrDefault("demographics.csv", ""))).hasSize(120);
        assertThat(rows(files.getOrDefault("users.csv", ""))).hasSize(120 + 5);
        assertThat(rows(files.getOrDefault("enrollments.csv", ""))).hasSize(6 * (120 + 5));
    }

    @Test
    void givesEveryRowAsManyCellsAsItsHeadAndAnIdOfItsOwn() {
        GeneratedRoster.files(SCHOOLS, 120).forEach((name, text) -> {
            var lines = text.lines().toList();
            var head = lines.getFirst().split(",", -1).length;
            assertThat(lines).as(name).allMatch(line -> line.split(",", -1).length == head);
            assertThat(rows(text).stream().map(row -> row.split(",", -1)[0]).collect(Collectors.toSet()))
                    .as(name)
                    .hasSize(rows(text).size());
        });
    }

    private static List<String> rows(String text) {
        return text.lines().skip(1).toList();
    }
}
