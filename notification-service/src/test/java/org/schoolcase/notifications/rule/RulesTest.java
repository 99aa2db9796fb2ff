package org.schoolcase.notifications.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
                        null,
                        List.of(Channel.EMAIL),
                        "because",
                        null,
                        null));
    }

    @Test
    void refusesARuleWithoutChannels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule(
                        "id", "event", Audience.REQUESTER, "kind", null, null, List.of(), "because", null, null));
    }

    @Test
    void namesTheOneNoticeThatTheActRequires() {
        assertThat(rules.all())
                .filteredOn(Rule::alsoToParents)
                .extracting(Rule::id, Rule::required)
                .containsExactly(tuple("destruction-announced-family", "34 CFR 300.624(a)"));
    }

    @Test
    void speaksToEachInHisCapacity() {
        var rule = rules.find("destruction-announced-family").orElseThrow();

        assertThat(rule.kind(Capacity.GUARDIAN)).isEqualTo("destruction-announced-family");
        assertThat(rule.kind(Capacity.ADULT_STUDENT)).isEqualTo("destruction-announced-student");
        assertThat(rule.kind(Capacity.PARENT_OF_ADULT)).isEqualTo("destruction-announced-parent");
    }

    @Test
    void refusesARequiredNoticeWithoutWordsForTheParentsOrForOnlyWhoAsked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> required(Audience.GUARDIANS_WITH_RIGHTS, null, "34 CFR 300.624(a)"));
        assertThatIllegalArgumentException().isThrownBy(() -> required(Audience.GUARDIANS_WITH_RIGHTS, "parent", null));
        assertThatIllegalArgumentException().isThrownBy(() -> required(Audience.GUARDIANS_WITH_RIGHTS, "parent", " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> required(Audience.REQUESTING_GUARDIAN, "parent", "34 CFR 300.624(a)"));
    }

    private static Rule required(Audience audience, @Nullable String parentKind, @Nullable String provision) {
        return new Rule(
                "id",
                "event",
                audience,
                "kind",
                "student",
                parentKind,
                List.of(Channel.EMAIL),
                "because",
                provision,
                null);
    }
}
