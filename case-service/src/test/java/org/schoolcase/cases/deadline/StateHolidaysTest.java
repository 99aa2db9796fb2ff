package org.schoolcase.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.day.Holidays;
import org.schoolcase.cases.deadline.day.TraceRange;

/** Holidays of the States beside the federal ones, and the business days that they leave (34 CFR 300.11(b)). */
class StateHolidaysTest {

    private static final RuleBook RULES = RuleBook.load();

    private final VectorFile file = VectorFile.read();
    private final DeadlineEngine engine = new DeadlineEngine(RULES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US-CA | 2026-03-31 | Cesar Chavez Day",
                "US-CA | 2024-04-01 | Cesar Chavez Day",
                "US-CA | 2026-11-27 | Day after Thanksgiving",
                "US-CO | 2026-10-05 | Frances Xavier Cabrini Day",
                "US-CT | 2027-02-12 | Lincoln Day",
                "US-CT | 2026-04-03 | Good Friday",
                "US-IN | 2026-05-05 | Primary election day",
                "US-KY | 2028-11-07 | Presidential election day",
                "US-MD | 2026-11-03 | General election day",
                "US-MA | 2027-04-19 | Patriots' Day",
                "US-NV | 2026-10-30 | Nevada Day",
                "US-NJ | 2027-06-18 | Juneteenth",
                "US-NY | 2028-02-21 | Washington's Birthday",
                "US-NY | 2029-02-12 | Lincoln's Birthday",
                "US-RI | 2027-08-09 | Victory Day",
                "US-TN | 2028-04-14 | Good Friday",
                "US-TX | 2026-12-24 | December 24",
                "US-VA | 2026-11-03 | Election Day",
                "US-VA | 2027-11-02 | Election Day",
                "US-WA | 2026-11-27 | Native American Heritage Day",
                "US-WI | 2026-12-31 | December 31",
                "US-VA | 2026-11-26 | Thanksgiving Day",
            })
    void knowsTheHolidaysOfAState(String jurisdiction, LocalDate day, String name) {
        assertThat(RULES.holidays(jurisdiction).names())
                .hasEntrySatisfying(day, it -> assertThat(it).startsWith(name));
    }

    @ParameterizedTest
    @CsvSource({
        "US-CO, 2019-10-07", // Cabrini Day came in 2020
        "US-MD, 2027-11-02", // general elections are in even years
        "US-KY, 2026-11-03", // presidential ones every four
        "US-CA, 2029-03-30", // March 31 is a Saturday, and not made up for
        "US-TX, 2027-12-23", // December 24 is a Friday
        "US, 2026-11-27",
        "US-AZ, 2026-11-27",
        "US-AL, 2026-11-27",
    })
    void knowsWhenThereIsNone(String jurisdiction, LocalDate day) {
        assertThat(RULES.holidays(jurisdiction).names()).doesNotContainKey(day);
    }

    @Test
    void keepsTheFederalHolidaysInEveryState() {
        var federal = RULES.holidays("US").names().keySet();
        assertThat(RULES.jurisdictions())
                .allSatisfy(state ->
                        assertThat(RULES.holidays(state).names().keySet()).containsAll(federal));
    }

    @Test
    void countsEasterAsTheChurchDoes() {
        var goodFridays = RULES.holidays("US-NC").names().entrySet().stream()
                .filter(it -> it.getValue().startsWith("Good Friday"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(goodFridays)
                .contains(
                        LocalDate.parse("2000-04-21"),
                        LocalDate.parse("2008-03-21"),
                        LocalDate.parse("2011-04-22"),
                        LocalDate.parse("2025-04-18"),
                        LocalDate.parse("2038-04-23"))
                .allSatisfy(day -> assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY));
    }

    @Test
    void leavesThemOutOfARealCountAndNamesThemInTheTrace() {
        var referral = Facts.of(LawEvent.WRITTEN_REFERRAL_RECEIVED, LocalDate.parse("2026-10-01"));

        var real = due("US-VA", Step.INITIAL_EVALUATION, referral, Ground.BARE);
        var fixture = due("US-VA", Step.INITIAL_EVALUATION, referral, ground(file.holidays("HOL-VA")));
        var federal = due("US-VA", Step.INITIAL_EVALUATION, referral, ground(RULES.holidays("US")));

        assertThat(real.dueOn()).isEqualTo(fixture.dueOn()).isAfter(federal.dueOn());
        assertThat(real.trace())
                .filteredOn(range -> !range.counted())
                .extracting(TraceRange::reason)
                .contains(
                        "holiday: Election Day (Va. Code 2.2-3300; confidence medium)",
                        "holiday: Day after Thanksgiving (Va. Code 2.2-3300; confidence medium)",
                        "holiday: Veterans Day (5 U.S.C. 6103)");
    }

    @Test
    void leavesThemOutOfAFederalRuleInTheState() {
        var signed = Facts.of(LawEvent.SETTLEMENT_SIGNED, LocalDate.parse("2026-11-25"));

        assertThat(due("US-AZ", Step.SETTLEMENT_VOID, signed, Ground.BARE).dueOn())
                .hasToString("2026-12-01");
        assertThat(due("US-WA", Step.SETTLEMENT_VOID, signed, Ground.BARE).dueOn())
                .hasToString("2026-12-02");
    }

    @Test
    void leavesThemOutOfACountBackwards() {
        var hearing = Facts.of(LawEvent.HEARING_SCHEDULED, LocalDate.parse("2026-12-02"));

        assertThat(due("US-AZ", Step.HEARING_DISCLOSURE, hearing, Ground.BARE).dueOn())
                .hasToString("2026-11-24");
        assertThat(due("US-FL", Step.HEARING_DISCLOSURE, hearing, Ground.BARE).dueOn())
                .hasToString("2026-11-23");
    }

    @Test
    void countsOnWhatIsSupposedInTheirPlace() {
        var signed = Facts.of(LawEvent.SETTLEMENT_SIGNED, LocalDate.parse("2026-11-25"));
        var none = ground(Holidays.on(Map.of()));

        assertThat(due("US-WA", Step.SETTLEMENT_VOID, signed, none).dueOn()).hasToString("2026-11-30");
    }

    private static Ground ground(Holidays holidays) {
        return new Ground(Ground.BARE.school(), holidays, LocalPolicy.NONE, Settings.DEFAULT);
    }

    private Due due(String jurisdiction, Step step, Facts facts, Ground ground) {
        return (Due) engine.compute(jurisdiction, step, facts, ground);
    }
}
