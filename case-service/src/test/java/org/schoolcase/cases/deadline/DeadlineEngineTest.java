package org.schoolcase.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.NotComputed;

class DeadlineEngineTest {

    private static final LocalDate CONSENT = LocalDate.parse("2026-09-14");

    private final RuleBook rules = RuleBook.load();
    private final DeadlineEngine engine = new DeadlineEngine(rules);

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
    void showsTheFederalRuleAsUnverifiedForAStateThatWasNotChecked() {
        var due = (Due) evaluation("US-WY");

        assertThat(due.jurisdiction()).isEqualTo("US-WY");
        assertThat(due.ruleId()).isEqualTo("us.initial-evaluation");
        assertThat(due.confidence()).isEqualTo(Confidence.UNVERIFIED);
    }

    @Test
    void namesTheCitationWhereItCannotCount() {
        var none = (NotComputed) evaluation("US-TX");

        assertThat(none.citation()).isEqualTo("TEC 29.004; 19 TAC 89.1011");
        assertThat(none.reason()).contains("45th school day");
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
        var answer = engine.compute(
                "US",
                Step.INITIAL_EVALUATION,
                Facts.of(LawEvent.CONSENT_RECEIVED, LocalDate.parse("2006-10-12")),
                new Weekdays());

        assertThat(answer).isInstanceOf(NotComputed.class);
    }

    @Test
    void knowsEveryStateAndTheFederalRules() {
        assertThat(rules.size()).isEqualTo(52);
    }

    private Answer evaluation(String jurisdiction) {
        return engine.compute(
                jurisdiction, Step.INITIAL_EVALUATION, Facts.of(LawEvent.CONSENT_RECEIVED, CONSENT), new Weekdays());
    }
}
