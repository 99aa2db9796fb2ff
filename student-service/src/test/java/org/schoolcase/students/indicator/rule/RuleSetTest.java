package org.schoolcase.students.indicator.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.schoolcase.students.indicator.rule.Evaluation.Outcome;

@NullMarked
class RuleSetTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final Facts.Courses NO_COURSES =
            new Facts.Courses(0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO);

    private final RuleCatalog catalog = RuleCatalog.load();

    @TestFactory
    Stream<DynamicTest> answersTheWorkedCasesOfChronicAbsence() throws IOException {
        try (var file =
                Objects.requireNonNull(getClass().getResourceAsStream("/early-warning/chronic_absence_vectors.json"))) {
            var vectors = JsonMapper.builder().build().readTree(file).get("vectors");
            assertThat(vectors).hasSize(3);
            return StreamSupport.stream(vectors.spliterator(), false)
                    .map(v -> dynamicTest(v.get("id").asText(), () -> answersTheCase(v)));
        }
    }

    private void answersTheCase(JsonNode vector) {
        var facts = attending(
                "03",
                vector.at("/in/daysAbsent").asLong(),
                vector.at("/in/daysEnrolled").asLong());
        var expected = vector.get("expected");
        var level = level(federal(), Indicator.ATTENDANCE, facts);

        assertThat(level)
                .isEqualTo(expected.isNull() ? Level.NOT_EVALUATED : expected.asBoolean() ? Level.FLAGGED : Level.NONE);
    }

    @Test
    void comparesExactlyAndShowsRounded() {
        var rule = catalog.rule("federal-chronic-absence").orElseThrow();
        var evaluation = RuleSet.evaluate(rule, attending("03", 1, 10));
        assertThat(evaluation.outcome()).isEqualTo(Outcome.FIRED);
        assertThat(evaluation.value()).isEqualByComparingTo("0.1");
        assertThat(evaluation.inputs())
                .containsEntry("absentDays", BigDecimal.ONE)
                .containsKey("enrolledDays");
        assertThat(evaluation.from()).isEqualTo(FIRST);

        var close = RuleSet.evaluate(rule, attending("03", 9_999, 100_000));
        assertThat(close.outcome()).isEqualTo(Outcome.NOT_FIRED);
        assertThat(close.value()).isEqualByComparingTo("0.1");
        assertThat(RuleSet.evaluate(rule, attending("03", 9, 9)).outcome()).isEqualTo(Outcome.TOO_FEW_DAYS);
    }

    @Test
    void appliesTheRulesOfTheGradeAndTheState() {
        assertThat(rules(catalog.inForce("US-AZ", null, Map.of()))).contains("balfanz-attendance", "mimtss-behavior");
        assertThat(rules(catalog.inForce("US-AZ", null, Map.of())))
                .doesNotContain("colorado-behavior", "chicago-credits");
        assertThat(rules(catalog.inForce("US-CO", null, Map.of()))).contains("colorado-attendance-quarter");

        var arizona = catalog.inForce("US-AZ", null, Map.of());
        assertThat(evaluations(arizona, Indicator.ATTENDANCE, attending("06", 19, 100)))
                .containsExactly("federal-chronic-absence", "balfanz-attendance");
        assertThat(evaluations(arizona, Indicator.ATTENDANCE, attending(null, 19, 100)))
                .containsExactly("federal-chronic-absence");
    }

    @Test
    void followsTheSettingsOfADistrict() {
        var stricter = catalog.inForce(
                "US-AZ",
                TODAY,
                Map.of(
                        "federal-chronic-absence",
                        new RuleCatalog.Setting(true, new BigDecimal("0.05")),
                        "air-gpa",
                        new RuleCatalog.Setting(false, null),
                        "chicago-core-failures",
                        new RuleCatalog.Setting(true, null)));

        assertThat(level(stricter, Indicator.ATTENDANCE, attending("03", 5, 100)))
                .isEqualTo(Level.FLAGGED);
        assertThat(rules(stricter)).doesNotContain("air-gpa").contains("chicago-core-failures");
        assertThat(stricter.policyFrom()).isEqualTo(TODAY);
    }

    @Test
    void countsFlagsIntoColours() {
        var rules = catalog.inForce("US-AZ", null, Map.of());
        var one = facts("09", new Facts.Attendance(100, 10), new Facts.Behavior(0, 0, 0), passed());
        assertThat(level(rules, Indicator.COMPOSITE, one)).isEqualTo(Level.YELLOW);

        var two = facts("09", new Facts.Attendance(100, 10), new Facts.Behavior(1, 1, 0), passed());
        assertThat(level(rules, Indicator.COMPOSITE, two)).isEqualTo(Level.ORANGE);

        var three = facts("09", new Facts.Attendance(100, 10), new Facts.Behavior(1, 1, 0), failed());
        assertThat(level(rules, Indicator.COMPOSITE, three)).isEqualTo(Level.RED);

        var none = facts("09", new Facts.Attendance(100, 9), new Facts.Behavior(3, 0, 0), passed());
        assertThat(level(rules, Indicator.COMPOSITE, none)).isEqualTo(Level.NONE);
        assertThat(level(rules, Indicator.BEHAVIOR, none)).isEqualTo(Level.NONE);
    }

    @Test
    void saysNothingWhereTheDataSayNothing() {
        var rules = catalog.inForce("US-AZ", null, Map.of());
        var nothing = facts("09", new Facts.Attendance(0, 0), null, NO_COURSES);

        assertThat(rules.apply(nothing)).extracting(RuleSet.Result::level).containsOnly(Level.NOT_EVALUATED);
        assertThat(rules.apply(nothing)).extracting(RuleSet.Result::indicator).containsExactly(Indicator.values());
    }

    @Test
    void tellsAtMostFromBelow() {
        var air = catalog.rule("air-gpa").orElseThrow();
        var colorado = catalog.rule("colorado-gpa-middle").orElseThrow();
        var two = facts("09", new Facts.Attendance(0, 0), null, points("6.0", 3));

        assertThat(RuleSet.evaluate(air, two).outcome()).isEqualTo(Outcome.FIRED);
        assertThat(RuleSet.evaluate(colorado, two).outcome()).isEqualTo(Outcome.NOT_FIRED);
    }

    @Test
    void waitsForTheTermAndForTheEndOfTheYear() {
        var quarter = catalog.rule("colorado-attendance-quarter").orElseThrow();
        var credits = catalog.rule("chicago-credits").orElseThrow();
        var running = facts("09", new Facts.Attendance(100, 30), null, passed());
        assertThat(RuleSet.evaluate(quarter, running).outcome()).isEqualTo(Outcome.NO_TERM);
        assertThat(RuleSet.evaluate(credits, running).outcome()).isEqualTo(Outcome.YEAR_NOT_ENDED);

        var term = new Facts.Term(new Facts.Span(TODAY.minusDays(40), TODAY), new Facts.Attendance(30, 9));
        var inTerm = new Facts(
                "07", running.year(), true, running.inYear(), term, null, passed(), new Facts.Screenings(0, 0));
        var evaluation = RuleSet.evaluate(quarter, inTerm);
        assertThat(evaluation.outcome()).isEqualTo(Outcome.FIRED);
        assertThat(evaluation.from()).isEqualTo(TODAY.minusDays(40));
        assertThat(RuleSet.evaluate(credits, inTerm).outcome()).isEqualTo(Outcome.FIRED);
    }

    @Test
    void everyRuleHasItsSource() {
        assertThat(catalog.rules()).hasSizeGreaterThan(15).allSatisfy(rule -> {
            assertThat(rule.citation()).isNotBlank();
            assertThat(rule.threshold()).isPositive();
        });
        assertThat(catalog.version()).isPositive();
    }

    @Test
    void refusesACatalogueThatIsNotSound() throws IOException {
        var good = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/early-warning/rules.yaml"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        refuses(good.replace("id: air-gpa", "id: air-attendance"));
        refuses(good.replaceFirst("citation: EDFacts.*\n", "citation: ''\n"));
        refuses(good.replaceFirst("threshold: 0.10", "treshold: 0.10"));
        refuses(good.replaceFirst("measure: ABSENCE_RATE", "measure: LATENESS"));
    }

    private static void refuses(String text) {
        var input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> RuleCatalog.read(input))
                .isInstanceOfAny(IOException.class, IllegalStateException.class);
    }

    private RuleSet federal() {
        return catalog.inForce("US-AZ", null, Map.of());
    }

    private static Facts attending(@Nullable String grade, long absent, long enrolled) {
        return facts(grade, new Facts.Attendance(enrolled, absent), null, NO_COURSES);
    }

    private static Facts facts(
            @Nullable String grade, Facts.Attendance days, Facts.@Nullable Behavior behavior, Facts.Courses courses) {
        return new Facts(
                grade, new Facts.Span(FIRST, TODAY), false, days, null, behavior, courses, new Facts.Screenings(0, 0));
    }

    private static Facts.Courses passed() {
        return new Facts.Courses(4, 0, 0, 0, 0, 0, 4, new BigDecimal("12"), 4, new BigDecimal("2"));
    }

    private static Facts.Courses failed() {
        return new Facts.Courses(4, 1, 1, 1, 0, 0, 4, new BigDecimal("12"), 4, new BigDecimal("2"));
    }

    private static Facts.Courses points(String sum, long courses) {
        return new Facts.Courses(courses, 0, 0, 0, 0, 0, courses, new BigDecimal(sum), 0, BigDecimal.ZERO);
    }

    private static Level level(RuleSet rules, Indicator indicator, Facts facts) {
        return rules.apply(facts).stream()
                .filter(result -> result.indicator() == indicator)
                .findFirst()
                .orElseThrow()
                .level();
    }

    private static java.util.List<String> rules(RuleSet rules) {
        return rules.rules().stream().map(Rule::id).toList();
    }

    private static java.util.List<String> evaluations(RuleSet rules, Indicator indicator, Facts facts) {
        return rules.apply(facts).stream()
                .filter(result -> result.indicator() == indicator)
                .flatMap(result -> result.evaluations().stream())
                .map(Evaluation::ruleId)
                .toList();
    }
}
