package org.schoolcase.notifications.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {

    private final Rules rules = new Rules(new ObjectMapper());

    @Test
    void tellsTheCaseManagerAndTheFamilyOfAnAcceptedReferral() {
        assertThat(rules.of("org.schoolcase.referral.accepted.v1"))
                .extracting(Rule::audience, Rule::channels)
                .containsExactly(
                        tuple(Audience.CASE_MANAGER, List.of(Channel.EMAIL, Channel.IN_APP)),
                        tuple(Audience.GUARDIANS_WITH_RIGHTS, List.of(Channel.EMAIL)));
    }

    @Test
    void hasNoRuleForWhatInterestsNobody() {
        assertThat(rules.of("org.schoolcase.case.something-new.v9")).isEmpty();
    }

    @Test
    void refusesTwoRulesOfOneId() {
        var rule = rules.all().getFirst();

        assertThatIllegalArgumentException().isThrownBy(() -> new Rules(List.of(rule, rule)));
    }

    @Test
    void refusesARuleForFamiliesThatHasNothingForAnAdultStudent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule(
                        "id",
                        "event",
                        Audience.GUARDIANS_WITH_RIGHTS,
                        "kind",
                        null,
                        List.of(Channel.EMAIL),
                        "because",
                        null));
    }

    @Test
    void refusesARuleWithoutChannels() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Rule("id", "event", Audience.REQUESTER, "kind", null, List.of(), "because", null));
    }
}
