package org.schoolcase.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.LimitDate;
import org.schoolcase.cases.deadline.Settings.Anniversary;
import org.schoolcase.cases.deadline.day.Toll.Edges;

/** Every hand-checked vector of the file, each result of it, with the law as it stands in the rule files. */
class VectorsTest {

    private final VectorFile file = VectorFile.read();
    private final RuleBook rules = RuleBook.load();
    private final DeadlineEngine engine = new DeadlineEngine(rules);

    @TestFactory
    Stream<DynamicTest> countsAsAPersonDid() {
        return file.vectors().flatMap(vector -> vector.path("expected").properties().stream()
                .map(result -> dynamicTest(
                        vector.path("id").asText() + " " + result.getKey(),
                        () -> check(vector, result.getKey(), result.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> countsTheOtherReadingsToo() {
        return file.vectors()
                .filter(vector -> vector.has("alternatives"))
                .filter(vector -> !vector.path("alternatives").toString().contains("WRONG"))
                .map(vector -> dynamicTest(vector.path("id").asText(), () -> {
                    var other = vector.path("alternatives").get(0);
                    var due =
                            due(vector, "due", settings(other.path("convention").asText()));
                    assertThat(due.dueOn()).isEqualTo(VectorFile.date(other, "due"));
                }));
    }

    @Test
    void knowsTheFederalHolidaysOfTheFixture() {
        var years = rules.holidays("US").names().keySet().stream()
                .filter(day -> !day.isBefore(LocalDate.of(2026, 9, 1)) && day.getYear() < 2028)
                .filter(day -> day.isBefore(LocalDate.of(2028, 1, 1)));

        assertThat(years)
                .containsExactlyInAnyOrderElementsOf(
                        file.holidays("HOL-FED").names().keySet());
    }

    @Test
    void hasReadAllVectors() {
        assertThat(file.vectors()).hasSize(51);
    }

    private void check(JsonNode vector, String result, JsonNode expected) {
        switch (result) {
            case "actBy" ->
                assertThat(Objects.requireNonNullElse(
                                due(vector, "due").actBy(), due(vector, "due").dueOn()))
                        .hasToString(expected.asText());
            case "unextended" -> assertThat(due(vector, "due").unextended()).hasToString(expected.asText());
            case "outerLimit" ->
                assertThat(limit(vector, LawEvent.RECORDS_REQUESTED)).hasToString(expected.asText());
            case "from60" ->
                assertThat(limit(vector, LawEvent.CONSENT_RECEIVED)).hasToString(expected.asText());
            case "from90" ->
                assertThat(limit(vector, LawEvent.WRITTEN_REFERRAL_RECEIVED)).hasToString(expected.asText());
            case "transitionRequiredInThisIep" ->
                assertThat(isInThisIep(vector)).isEqualTo(expected.asBoolean());
            case "changeOfPlacement" ->
                assertThat(removals(vector).isChangeOfPlacement()).isEqualTo(expected.asBoolean());
            case "lastRemovalDay" -> assertThat(lastRemovalDay(vector)).hasToString(expected.asText());
            default -> assertThat(due(vector, result).dueOn()).hasToString(expected.asText());
        }
    }

    private LocalDate limit(JsonNode vector, LawEvent start) {
        return due(vector, "due").limits().stream()
                .filter(it -> it.startEvent() == start)
                .map(LimitDate::on)
                .findFirst()
                .orElseThrow();
    }

    private boolean isInThisIep(JsonNode vector) {
        var inputs = vector.path("inputs");
        return new PlanInForce(VectorFile.date(inputs, "iepStart"), VectorFile.date(inputs, "iepEnd"))
                .mustHold(due(vector, "turns16").dueOn());
    }

    private static Removals removals(JsonNode vector) {
        var days = vector.path("inputs").path("schoolDays").asInt();
        return new Removals(days, days);
    }

    private LocalDate lastRemovalDay(JsonNode vector) {
        return Removals.lastDay(
                file.calendar(vector.path("calendar").asText()),
                VectorFile.date(vector.path("inputs"), "removalStart"),
                removals(vector).consecutiveDays());
    }

    private static Settings settings(String convention) {
        return convention.equals("anniversaryMode=DAY_BEFORE")
                ? new Settings(Anniversary.DAY_BEFORE, null)
                : new Settings(Anniversary.SAME_DAY, Edges.WHOLE_GAP);
    }

    private Due due(JsonNode vector, String result) {
        return due(vector, result, Settings.DEFAULT);
    }

    private Due due(JsonNode vector, String result, Settings settings) {
        var reading = new VectorReading(vector);
        var step = reading.step(result);
        assertThat(step).as("a step for %s", result).isNotNull();
        var calendar =
                vector.path("calendar").isTextual() ? vector.path("calendar").asText() : null;
        var answer = engine.compute(
                reading.jurisdiction(), Objects.requireNonNull(step), reading.facts(), file.ground(calendar, settings));
        assertThat(answer).isInstanceOf(Due.class);
        return (Due) answer;
    }
}
