package org.schoolcase.cases.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.cases.happening.Kind;

class FlowRulesTest {

    private static final String RULE = """
            - id: ask-again
              on: CONSENT_REQUESTED
              task: FOLLOW_UP
              text: Ask again.
              owner: CASE_MANAGER
              sameSubject: true
              closesOn: [CONSENT_REFUSED]
            """;

    @Test
    void readsARule() throws IOException {
        assertThat(read(RULE)).singleElement().satisfies(rule -> {
            assertThat(rule.on()).isEqualTo(Kind.CONSENT_REQUESTED);
            assertThat(rule.owner()).isEqualTo(TeamMember.Role.CASE_MANAGER);
            assertThat(rule.dueBy()).isNull();
            assertThat(rule.sameSubject()).isTrue();
            assertThat(rule.closesOn()).containsExactly(Kind.CONSENT_REFUSED);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on: CONSENT_REQUESTED | on: CONSENT_WISHED | :2:",
                "task: FOLLOW_UP | task: DANCE | :3:",
                "owner: CASE_MANAGER | owner: KING | :5:",
                "sameSubject: true | dueBy: NEVER | :6:",
                "sameSubject: true | sameSubjekt: true | :6: Unrecognized field \"sameSubjekt\"",
                "on: CONSENT_REQUESTED | one: CONSENT_REQUESTED | :2: Unrecognized field \"one\"",
                "[CONSENT_REFUSED] | [CONSENT_REFUSED, NEVER] | :7:",
                "owner: CASE_MANAGER | owner: [CASE_MANAGER | :6:",
                "[CONSENT_REFUSED] | [CONSENT_REQUESTED] | :1: ",
                "[CONSENT_REFUSED] | [CONSENT_REQUESTED] | cannot close on what makes its task",
                "id: ask-again | id: Ask Again | small letters",
            })
    void refusesAMistakeWithItsLine(String good, String bad, String said) {
        assertThatThrownBy(() -> read(RULE.replace(good, bad)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flow/tasks.yaml")
                .hasMessageContaining(said);
    }

    @Test
    void namesTheLineOfAKeyInALaterRule() {
        var second = RULE.replace("ask-again", "ask-once-more").replace("owner:", "onwer:");

        assertThatThrownBy(() -> read(RULE + second)).hasMessageContaining("flow/tasks.yaml:12: Unrecognized field");
    }

    @Test
    void refusesTwoRulesOfOneName() {
        assertThatThrownBy(() -> read(RULE + RULE)).hasMessageContaining("two rules are called ask-again");
    }

    @Test
    void theRulesOfTheServiceCanBeRead() {
        assertThat(new FlowRules().madeOn(Kind.EVALUATION_CONSENT_GIVEN))
                .extracting(FlowRule::id)
                .contains("plan-evaluation");
    }

    private static List<FlowRule> read(String text) throws IOException {
        return FlowRules.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
