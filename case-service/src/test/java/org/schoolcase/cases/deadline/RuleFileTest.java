package org.schoolcase.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes an editor of law can make, each refused with its file and line. */
class RuleFileTest {

    private static final String GOOD = """
            jurisdiction: US-XX
            others: UNVERIFIED
            rules:
              - id: us-xx.initial-evaluation
                step: INITIAL_EVALUATION
                startEvent: CONSENT_RECEIVED
                completionEvent: EVALUATION_COMPLETED
                amount: 60
                unit: CALENDAR
                tolling:
                  - kind: BREAK
                    over: 5
                    closures: VACATIONS
                    edges: FIRST_VACATED_WEEKDAY
                citation: Some Code 1
                confidence: HIGH
                sourceDate: 2026-08-31
            inherits:
              - step: INITIAL_IEP_MEETING
                confidence: HIGH
            """;

    @Test
    void readsAGoodFile() {
        var law = RuleFile.read("us-xx.yaml", new StringReader(GOOD));

        assertThat(law.rules()).hasSize(1);
        assertThat(law.inherits()).containsOnlyKeys(Step.INITIAL_IEP_MEETING);
    }

    @Test
    void refusesAnAmountInWords() {
        refuses(GOOD.replace("60", "sixty"), "us-xx.yaml:8: 'amount' must be a whole number");
    }

    @Test
    void refusesAUnitThatItCannotCount() {
        refuses(GOOD.replace("CALENDAR", "MOON"), "us-xx.yaml:9: 'unit' must be one of [CALENDAR");
    }

    @Test
    void refusesTollingThatItCannotCount() {
        refuses(GOOD.replace("BREAK", "RAIN"), "us-xx.yaml:11: 'kind'");
        refuses(GOOD.replace("over: 5", "over: 5\n        atLeast: 6"), "us-xx.yaml:");
        refuses(GOOD.replace("VACATIONS", "SOME"), "us-xx.yaml:13: 'closures'");
    }

    @Test
    void refusesARuleWithoutACitation() {
        refuses(GOOD.replace("    citation: Some Code 1\n", ""), "us-xx.yaml:4: 'citation' is missing");
    }

    @Test
    void refusesAnUnknownKey() {
        refuses(GOOD.replace("citation:", "citaton:"), "us-xx.yaml:15: unknown key 'citaton'");
    }

    @Test
    void namesTheLineOfAnUnknownKeyWhereverItStands() {
        refuses(GOOD.replace("jurisdiction:", "juristiction:"), "us-xx.yaml:1: unknown key 'juristiction'");
        refuses(
                GOOD.replace("step: INITIAL_EVALUATION", "stpe: INITIAL_EVALUATION"),
                "us-xx.yaml:5: unknown key 'stpe'");
        refuses(GOOD.replace("closures:", "closure:"), "us-xx.yaml:13: unknown key 'closure'");
        refuses(
                GOOD.replace("    confidence: HIGH\n    source", "    sure: HIGH\n    source"),
                "us-xx.yaml:16: unknown");
        refuses(GOOD + "    note: x\n", "us-xx.yaml:21: unknown key 'note'");
        refuses(GOOD + "holidays:\n  - name: A day\n    dat: 01-02\n", "us-xx.yaml:23: unknown key 'dat'");
    }

    @Test
    void refusesAHolidayThatLiesNowhereOrTwice() {
        var holiday = GOOD + "holidays:\n  - name: A day\n    citation: Some Code 2\n    confidence: HIGH\n";

        refuses(holiday, "us-xx.yaml:22: a holiday has one of date, month and beforeEaster");
        refuses(holiday + "    date: 01-02\n    month: 3\n", "us-xx.yaml:22: a holiday has one of");
        refuses(holiday + "    date: 01-02\n    every: 3\n", "us-xx.yaml:26: 'every' must be 1, 2 or 4");
        refuses(holiday + "    date: 01-02\n    observed: NEVER\n", "us-xx.yaml:26: 'observed' must be one of");
        refuses(holiday.replace("    confidence: HIGH\n", "") + "    date: 01-02\n", "us-xx.yaml:");
    }

    @Test
    void refusesADateThatIsNone() {
        refuses(GOOD.replace("2026-08-31", "2026-02-30"), "us-xx.yaml:17: 'sourceDate' must be a date");
    }

    @Test
    void refusesAKeySaidTwice() {
        refuses(GOOD.replace("    unit:", "    amount: 45\n    unit:"), "us-xx.yaml:9: 'amount' is said twice");
    }

    @Test
    void refusesAStepThatIsBothRuledAndInherited() {
        refuses(GOOD.replace("INITIAL_IEP_MEETING", "INITIAL_EVALUATION"), "us-xx.yaml:1: INITIAL_EVALUATION must be");
    }

    @Test
    void refusesTwoVersionsInForceAtOnce() {
        var rule = GOOD.substring(GOOD.indexOf("  - id"), GOOD.indexOf("inherits"));
        refuses(
                GOOD.replace("inherits:", rule.replace("us-xx.i", "us-xx.second-i") + "inherits:"),
                "two versions for INITIAL_EVALUATION are in force");
    }

    @Test
    void refusesAnAmountBesideAFixedDate() {
        refuses(
                GOOD.replace("    unit:", "    fixedDate: \"12-01\"\n    unit:"),
                "us-xx.yaml:8: a limit has an amount or");
    }

    @Test
    void refusesADurationThatGoesBack() {
        refuses(
                GOOD.replace("    unit:", "    direction: BEFORE\n    counting: DURATION\n    unit:"),
                "us-xx.yaml:10: what lasts");
    }

    @Test
    void refusesWhatIsNotYaml() {
        refuses("jurisdiction: [US-XX", "us-xx.yaml:1: not YAML");
        refuses("", "us-xx.yaml:1: the file is empty");
    }

    @Test
    void refusesAFileOfAnotherName() {
        refuses(GOOD.replace("US-XX", "US-YY"), "us-xx.yaml:1: US-YY belongs in a file of its own name");
    }

    @Test
    void refusesToInheritWhatIsNotThere() {
        var law = RuleFile.read("us-xx.yaml", new StringReader(GOOD));

        assertThatExceptionOfType(InvalidRuleFile.class)
                .isThrownBy(() -> new RuleBook(List.of(law)))
                .withMessageContaining("no federal rule to inherit for INITIAL_IEP_MEETING");
    }

    private static void refuses(String content, String message) {
        assertThatExceptionOfType(InvalidRuleFile.class)
                .isThrownBy(() -> RuleFile.read("us-xx.yaml", new StringReader(content)))
                .withMessageContaining(message);
    }
}
