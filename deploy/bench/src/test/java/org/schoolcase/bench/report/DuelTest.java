package org.schoolcase.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.schoolcase.bench.load.Rate;

class DuelTest {

    private final Table table = new Table("what", "suite", "limit", "ratio", "goal", "load", "errors");
    private final Duel duel = new Duel();

    @Test
    void putsTheMediansInRatio() {
        duel.suite(new Rate(10, 300, 0), "0.5");
        duel.limit(new Rate(10, 1000, 0), "0.6");
        duel.addTo(table, "GET", "0.35");
        assertThat(table.text()).isEqualTo("""
                | what | suite         | limit            | ratio | goal | load      | errors |
                | ---  | ---           | ---              | ---   | ---  | ---       | ---    |
                | GET  | 300 (300-300) | 1000 (1000-1000) | 0.30  | 0.35 | 0.5 / 0.6 | 0 / 0  |
                """);
    }

    @Test
    void givesNoFigureWhereThereWereErrors() {
        duel.suite(new Rate(10, 300, 2), "0.5");
        duel.limit(new Rate(10, 1000, 0), "0.6");
        duel.addTo(table, "GET", "0.35");
        assertThat(table.text())
                .contains("no figure: errors")
                .contains("| 2 / 0")
                .doesNotContain("300");
    }
}
