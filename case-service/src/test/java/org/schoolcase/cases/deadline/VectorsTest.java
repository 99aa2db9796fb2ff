package org.schoolcase.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.NotComputed;

/** The hand-checked cases of calendar-day law. */
class VectorsTest {

    private final DeadlineEngine engine = new DeadlineEngine(RuleBook.load());

    @TestFactory
    Stream<DynamicTest> countsAsAPersonDid() throws IOException {
        return cases("rules")
                .map(it -> dynamicTest(it.path("id").asText(), () -> {
                    var start = LocalDate.parse(it.path("start").asText());
                    var facts = Facts.of(LawEvent.valueOf(it.path("startEvent").asText()), start);

                    var answer = engine.compute(
                            it.path("jurisdiction").asText(),
                            Step.valueOf(it.path("step").asText()),
                            facts,
                            new Weekdays());

                    assertThat(answer).isInstanceOfSatisfying(Due.class, due -> {
                        assertThat(due.dueOn()).hasToString(it.path("due").asText());
                        if (it.path("actBy").isTextual()) {
                            assertThat(due.actBy()).hasToString(it.path("actBy").asText());
                        }
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> countsCalendarDays() throws IOException {
        return cases("counts")
                .map(it -> dynamicTest(
                        it.path("id").asText() + " " + it.path("days").asInt(), () -> {
                            var start = LocalDate.parse(it.path("start").asText());

                            var counted = new CalendarDays()
                                    .count(start, it.path("days").asInt(), new Weekdays());

                            assertThat(counted.dueOn())
                                    .hasToString(it.path("due").asText());
                        }));
    }

    @TestFactory
    Stream<DynamicTest> givesNoDateWhereTheStateCountsOtherwise() throws IOException {
        return cases("notYetComputed")
                .map(it -> dynamicTest(it.path("id").asText(), () -> {
                    var facts = Facts.of(
                            LawEvent.CONSENT_RECEIVED,
                            LocalDate.parse(it.path("start").asText()));

                    var answer = engine.compute(
                            it.path("jurisdiction").asText(), Step.INITIAL_EVALUATION, facts, new Weekdays());

                    assertThat(answer).isInstanceOfSatisfying(NotComputed.class, none -> assertThat(none.citation())
                            .isNotBlank());
                }));
    }

    private static Stream<JsonNode> cases(String group) throws IOException {
        try (var stream = VectorsTest.class.getResourceAsStream("/law-vectors/calendar-days.json")) {
            var all = new ObjectMapper().readTree(stream).path(group);
            return StreamSupport.stream(all.spliterator(), false);
        }
    }
}
