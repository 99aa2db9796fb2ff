package org.schoolcase.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.NoNumericDeadline;
import org.schoolcase.cases.deadline.Answer.NotComputed;
import org.schoolcase.cases.deadline.LocalPolicy.LocalRule;
import org.schoolcase.cases.deadline.LocalPolicy.Mode;
import org.schoolcase.cases.deadline.day.NoSchool;
import org.schoolcase.cases.deadline.day.SchoolCalendar;
import org.schoolcase.cases.deadline.day.TraceRange;

/** What the vectors do not say: end of the year, exceptions, missing facts, local policy, and readable traces. */
class DeadlineEngineTest {

    private static final LocalDate CONSENT = LocalDate.parse("2026-09-14");

    private final VectorFile file = VectorFile.read();
    private final RuleBook rules = RuleBook.load();
    private final DeadlineEngine engine = new DeadlineEngine(rules);
    private final Ground ground = Ground.of(file.calendar("CAL-A"));

    @Test
    void tracesTheCountMonthByMonth() {
        var due = (Due) evaluation("US-AZ");

        assertThat(due.ruleId()).isEqualTo("us-az.initial-evaluation");
        assertThat(due.citation()).isEqualTo("A.R.S. 15-766");
        assertThat(due.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(due.actBy()).isNull();
        assertThat(due.trace())
                .extracting(TraceRange::from)
                .map(LocalDate::toString)
                .containsExactly("2026-09-14", "2026-09-15", "2026-10-01", "2026-11-01");
        assertThat(due.trace()).extracting(TraceRange::count).containsExactly(0, 16, 31, 13);
    }

    @Test
    void saysWhichBreakStoppedTheClock() {
        var due = due("US-CA", Step.INITIAL_EVALUATION, consent("2026-11-20"));

        assertThat(due.trace())
                .filteredOn(range -> !range.counted())
                .extracting(TraceRange::reason)
                .containsExactly(
                        "day 0: consent for evaluation was received",
                        "no school: winter break, a break of 10 school days (Cal. Ed. Code 56043, 56302.1, 56344)");
    }

    @Test
    void namesEachClosureInACountOfSchoolDays() {
        var due = due("US-TX", Step.INITIAL_EVALUATION, consent("2026-10-05").absent(2));

        assertThat(due.trace())
                .filteredOn(range -> !range.counted())
                .extracting(TraceRange::reason)
                .containsExactly(
                        "day 0: consent for evaluation was received",
                        "no school: Columbus Day",
                        "no school: staff day",
                        "no school: Veterans Day",
                        "no school: Thanksgiving break");
    }

    @Test
    void addsAllAbsencesFromTheThirdOnInTexas() {
        var due = due("US-TX", Step.INITIAL_EVALUATION, consent("2026-10-05").absent(3));

        assertThat(due.dueOn()).hasToString("2026-12-18");
        assertThat(due.notes()).anySatisfy(note -> assertThat(note).contains("3 school days more for absences"));
    }

    @Test
    void isDueOnJuneThirtiethForConsentShortlyBeforeTheYearEndsInTexas() {
        // On April 15, 2027, 40 school days of the year are left.
        // left.
        assertThat(due("US-TX", Step.INITIAL_EVALUATION, consent("2027-04-15")).dueOn())
                .hasToString("2027-06-30");
        assertThat(due("US-TX", Step.INITIAL_EVALUATION, consent("2027-04-15").absent(3))
                        .dueOn())
                .hasToString("2027-09-13");
        assertThat(due("US-TX", Step.INITIAL_EVALUATION, consent("2027-03-01")).dueOn())
                .isBefore(LocalDate.parse("2027-06-11"));
        assertThat(due("US-TX", Step.INITIAL_EVALUATION, consent("2027-05-20")).dueOn())
                .isAfter(LocalDate.parse("2027-09-01"));
    }

    @Test
    void meetsByTheFifteenthSchoolDayAfterSuchAReportInTexas() {
        var facts = consent("2027-04-15").and(LawEvent.EVALUATION_REPORTED, LocalDate.parse("2027-06-30"));

        assertThat(due("US-TX", Step.INITIAL_IEP_MEETING, facts).dueOn()).hasToString("2027-09-22");
    }

    @Test
    void givesTwoWeeksAfterTheYearEndsInMassachusetts() {
        assertThat(due("US-MA", Step.INITIAL_IEP_MEETING, consent("2027-04-15")).dueOn())
                .hasToString("2027-06-25");
    }

    @Test
    void countsSummerOutOnceButNotForEarlyConsentInGeorgia() {
        assertThat(due("US-GA", Step.INITIAL_EVALUATION, consent("2027-05-12")).dueOn())
                .hasToString("2027-07-11");
        assertThat(due("US-GA", Step.INITIAL_EVALUATION, consent("2027-05-13")).dueOn())
                .isAfter(LocalDate.parse("2027-09-01"));
    }

    @Test
    void datesASummerReferralOnTheFirstSchoolDayInConnecticut() {
        var summer = Facts.of(LawEvent.WRITTEN_REFERRAL_RECEIVED, LocalDate.parse("2027-07-15"));
        var first = Facts.of(LawEvent.WRITTEN_REFERRAL_RECEIVED, LocalDate.parse("2027-09-01"));

        assertThat(due("US-CT", Step.INITIAL_EVALUATION, summer).dueOn())
                .isEqualTo(due("US-CT", Step.INITIAL_EVALUATION, first).dueOn());
    }

    @Test
    void waitsForConsentInConnecticutWithoutGuessing() {
        var facts = Facts.of(LawEvent.WRITTEN_REFERRAL_RECEIVED, LocalDate.parse("2026-10-05"))
                .and(LawEvent.CONSENT_REQUESTED, LocalDate.parse("2026-10-13"));

        var answer = engine.compute("US-CT", Step.INITIAL_EVALUATION, facts, ground);

        assertThat(answer).isInstanceOfSatisfying(NotComputed.class, none -> assertThat(none.reason())
                .contains("waited since 2026-10-13"));
    }

    @Test
    void changesWithTheLawInWashington() {
        assertThat(due("US-WA", Step.INITIAL_EVALUATION, consent("2026-10-05")).ruleId())
                .isEqualTo("us-wa.initial-evaluation");
        var before = engine.compute("US-WA", Step.INITIAL_EVALUATION, consent("2026-06-10"), ground);
        assertThat(before).isInstanceOfSatisfying(Due.class, due -> assertThat(due.ruleId())
                .isEqualTo("us-wa.initial-evaluation-until-2026"));
    }

    @Test
    void hasNoLimitWhileTheChildIsNotProduced() {
        var facts = consent("2026-09-14").under(Circumstance.CHILD_NOT_PRODUCED);

        assertThat(engine.compute("US", Step.INITIAL_EVALUATION, facts, ground))
                .isInstanceOfSatisfying(NoNumericDeadline.class, words -> assertThat(words.citation())
                        .isEqualTo("34 CFR 300.301(d)(1)"));
    }

    @Test
    void takesTheAgreedDateAfterATransferAndNoneWithoutIt() {
        var facts = consent("2026-09-14").under(Circumstance.TRANSFERRED);

        assertThat(engine.compute("US", Step.INITIAL_EVALUATION, facts, ground)).isInstanceOf(NoNumericDeadline.class);
        assertThat(due("US", Step.INITIAL_EVALUATION, facts.agreed(LocalDate.parse("2026-12-01"), 0))
                        .dueOn())
                .hasToString("2026-12-01");
    }

    @Test
    void extendsOnlyForALearningDisabilityUnderFederalLaw() {
        var agreed = consent("2026-09-14").agreed(LocalDate.parse("2026-12-04"), 0);

        assertThat(due("US", Step.INITIAL_EVALUATION, agreed).dueOn()).hasToString("2026-11-13");
    }

    @Test
    void showsTheWordsOfTheLawWhereItHasNoNumber() {
        assertThat(engine.compute("US-AZ", Step.PRIOR_WRITTEN_NOTICE, Facts.NONE, ground))
                .isInstanceOfSatisfying(NoNumericDeadline.class, words -> {
                    assertThat(words.words()).contains("reasonable time");
                    assertThat(words.citation()).isEqualTo("34 CFR 300.503(a)");
                });
    }

    @Test
    void countsHoursFromAMoment() {
        var at = ZonedDateTime.of(2026, 10, 31, 20, 0, 0, 0, ZoneId.of("America/Chicago"));
        var facts = Facts.NONE.at(LawEvent.SUSPICION_FORMED, at);

        var due = due("US-TX", Step.MANDATED_REPORT, facts);

        assertThat(due.dueAt()).hasToString("2026-11-01T19:00-06:00[America/Chicago]");
        assertThat(engine.compute(
                        "US-TX", Step.MANDATED_REPORT, Facts.of(LawEvent.SUSPICION_FORMED, at.toLocalDate()), ground))
                .isInstanceOf(NotComputed.class);
    }

    @Test
    void guessesNoCalendar() {
        assertThat(engine.compute("US-TX", Step.INITIAL_EVALUATION, consent("2026-10-05"), Ground.BARE))
                .isInstanceOfSatisfying(NotComputed.class, none -> assertThat(none.reason())
                        .contains("No school calendar is known", "45 school days"));
        assertThat(engine.compute("US-TX", Step.INITIAL_EVALUATION, consent("2028-05-20"), ground))
                .isInstanceOf(NotComputed.class);
        assertThat(engine.compute("US-CA", Step.INITIAL_EVALUATION, consent("2028-04-20"), ground))
                .isInstanceOf(NotComputed.class);
    }

    @Test
    void aSnowDayMovesACountOfSchoolDays() {
        var snow = file.calendarWith(
                "CAL-A", List.of(new NoSchool(day("2026-12-01"), day("2026-12-01"), NoSchool.Kind.CLOSURE, "snow")));

        assertThat(due("US-TX", Step.INITIAL_EVALUATION, consent("2026-10-05"), snow)
                        .dueOn())
                .hasToString("2026-12-16");
    }

    @Test
    void localPolicyShortensAndNeverLengthens() {
        var thirty = policy(Mode.SHORTENS, 30);

        assertThat(((Due) engine.compute("US-AZ", Step.INITIAL_EVALUATION, consent("2026-09-14"), thirty)).dueOn())
                .hasToString("2026-10-14");
        assertThat(((Due) engine.compute(
                                "US-AZ", Step.INITIAL_EVALUATION, consent("2026-09-14"), policy(Mode.SHORTENS, 90)))
                        .ruleId())
                .isEqualTo("us-az.initial-evaluation");
        assertThat(((Due) engine.compute(
                                "US-AZ", Step.INITIAL_EVALUATION, consent("2026-09-14"), policy(Mode.REPLACES, 90)))
                        .citation())
                .isEqualTo("Policy IHBA");
    }

    @Test
    void showsTheFederalRuleAsUnverifiedForAStateThatWasNotChecked() {
        var due = (Due) evaluation("US-WY");

        assertThat(due.jurisdiction()).isEqualTo("US-WY");
        assertThat(due.ruleId()).isEqualTo("us.initial-evaluation");
        assertThat(due.confidence()).isEqualTo(Confidence.UNVERIFIED);
    }

    @Test
    void doesNotCountFromConsentWhereTheReferralStartsTheClock() {
        var none = (NotComputed) evaluation("US-NC");

        assertThat(none.reason()).contains("written referral");
        assertThat(none.ruleId()).isEqualTo("us-nc.initial-evaluation");
    }

    @Test
    void admitsThatAJurisdictionIsUnknown() {
        assertThat(evaluation("US-ZZ")).isInstanceOfSatisfying(NotComputed.class, none -> assertThat(none.citation())
                .isNull());
    }

    @Test
    void doesNotReachBackBeforeTheRuleWasInForce() {
        var answer = engine.compute("US", Step.INITIAL_EVALUATION, consent("2006-10-12"), Ground.BARE);

        assertThat(answer).isInstanceOf(NotComputed.class);
    }

    @Test
    void knowsEveryStateAndTheFederalRules() {
        assertThat(rules.size()).isEqualTo(52);
    }

    private static Ground policy(Mode mode, int days) {
        var rule = LocalRule.read("US-AZ", "local.evaluation", mode, """
                step: INITIAL_EVALUATION
                startEvent: CONSENT_RECEIVED
                completionEvent: EVALUATION_COMPLETED
                amount: %d
                unit: CALENDAR
                citation: Policy IHBA
                confidence: HIGH
                sourceDate: 2026-08-01
                """.formatted(days));
        return new Ground(SchoolCalendar.NONE, null, new LocalPolicy(List.of(rule)), Settings.DEFAULT);
    }

    private static Facts consent(String day) {
        return Facts.of(LawEvent.CONSENT_RECEIVED, day(day));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private Due due(String jurisdiction, Step step, Facts facts) {
        return due(jurisdiction, step, facts, file.calendar("CAL-A"));
    }

    private Due due(String jurisdiction, Step step, Facts facts, SchoolCalendar school) {
        var answer = engine.compute(jurisdiction, step, facts, Ground.of(school));
        assertThat(answer).isInstanceOf(Due.class);
        return (Due) answer;
    }

    private Answer evaluation(String jurisdiction) {
        return engine.compute(
                jurisdiction, Step.INITIAL_EVALUATION, Facts.of(LawEvent.CONSENT_RECEIVED, CONSENT), Ground.BARE);
    }
}
