package org.schoolcase.referrals.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.schoolcase.referrals.referral.MoveReferral.Outcome.Refused;

/** The table is written here a second time, by name, so that a change of the machine must be meant. */
class ReferralMachineTest {

    private static final Map<String, Map<ReferralVerb, String>> TABLE = Map.of(
            "DRAFT", Map.of(ReferralVerb.SEND, "SENT", ReferralVerb.CANCEL, "CANCELLED"),
            "SENT",
                    Map.of(
                            ReferralVerb.ACCEPT, "ACCEPTED",
                            ReferralVerb.DECLINE, "DECLINED",
                            ReferralVerb.CANCEL, "CANCELLED"),
            "ACCEPTED",
                    Map.of(
                            ReferralVerb.DECLINE, "DECLINED",
                            ReferralVerb.COMPLETE, "COMPLETED",
                            ReferralVerb.CANCEL, "CANCEL_REQUESTED"),
            "CANCEL_REQUESTED",
                    Map.of(ReferralVerb.CONFIRM_CANCELLATION, "CANCELLED", ReferralVerb.COMPLETE, "COMPLETED"),
            "DECLINED", Map.of(),
            "CANCELLED", Map.of(),
            "COMPLETED", Map.of());

    @Provide
    Arbitrary<List<ReferralVerb>> sequences() {
        return Arbitraries.of(ReferralVerb.class).list().ofMaxSize(30);
    }

    @Property
    void randomSequencesNeverLeaveTheTable(@ForAll("sequences") List<ReferralVerb> verbs) {
        ReferralState state = new ReferralState.Draft();
        for (var verb : verbs) {
            var next = ReferralMachine.after(state, verb);
            assertThat(next.map(ReferralState::name))
                    .isEqualTo(Optional.ofNullable(
                            TABLE.getOrDefault(state.name(), Map.of()).get(verb)));
            state = next.orElse(state);
        }
    }

    @Property
    void whatHasEndedStaysEnded(@ForAll("sequences") List<ReferralVerb> verbs) {
        for (var ended :
                ReferralState.all().stream().filter(ReferralState::ended).toList()) {
            assertThat(verbs).allSatisfy(verb -> assertThat(ReferralMachine.after(ended, verb))
                    .isEmpty());
        }
    }

    @Example
    void aRefusalNamesTheStateAndWhatIsAllowedThere() {
        var refused = new Refused(new ReferralState.Completed(), ReferralVerb.ACCEPT);

        assertThat(refused.at().name()).isEqualTo("COMPLETED");
        assertThat(refused.problem().status()).isEqualTo(409);
        assertThat(refused.problem().code()).isEqualTo("referral.state");
    }

    @Example
    void onceAcceptedTheSchoolCannotEndItAlone() {
        var bySchool = reachedFrom(new ReferralState.Accepted(), ReferralVerb.Side.SCHOOL);

        assertThat(bySchool).containsExactly("CANCEL_REQUESTED");
        assertThat(reachedFrom(new ReferralState.CancelRequested(), ReferralVerb.Side.SCHOOL))
                .isEmpty();
    }

    @Example
    void whereItHasNotEndedSomeoneCanEndIt() {
        for (var state : ReferralState.all()) {
            var ways = Set.of(ReferralVerb.values()).stream()
                    .flatMap(verb -> ReferralMachine.after(state, verb).stream())
                    .filter(ReferralState::ended)
                    .toList();
            assertThat(ways.isEmpty()).as(state.name()).isEqualTo(state.ended());
        }
    }

    @Example
    void eachStateIsFoundByItsStoredName() {
        assertThat(ReferralState.all())
                .allSatisfy(state -> assertThat(ReferralState.of(state.name())).isEqualTo(state));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferralState.of("LOST"))
                .withMessageContaining("LOST");
    }

    private static Set<String> reachedFrom(ReferralState state, ReferralVerb.Side side) {
        return Set.of(ReferralVerb.values()).stream()
                .filter(verb -> verb.side() == side)
                .flatMap(verb -> ReferralMachine.after(state, verb).stream())
                .map(ReferralState::name)
                .collect(Collectors.toSet());
    }
}
