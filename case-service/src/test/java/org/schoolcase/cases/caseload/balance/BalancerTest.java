package org.schoolcase.cases.caseload.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.caseload.balance.Suggestion.Code;
import org.schoolcase.kit.id.Ids;

class BalancerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    private final UUID school = Ids.next();
    private final List<Movable> cases = new ArrayList<>();

    @Test
    void relievesWhoIsOverTheCapFirstAndSaysWhy() {
        var over = carrier(12, 10, Set.of(school));
        var most = carrier(14, 20, Set.of(school));
        var least = carrier(3, 10, Set.of(school));
        cases(over, 12);
        cases(most, 14);

        var first = suggest(List.of(over, most, least), 1).getFirst();

        assertThat(first.fromStaffId()).isEqualTo(over.staffId());
        assertThat(first.toStaffId()).isEqualTo(least.staffId());
        assertThat(first.reasons())
                .extracting(Suggestion.Reason::code)
                .containsExactly(Code.OVER_CAP, Code.SAME_SCHOOL, Code.ROOM_UNDER_CAP, Code.NOTHING_DUE_SOON);
        assertThat(first.reasons().getFirst().text()).contains("12", "10", "article 12");
    }

    @Test
    void stopsWhereNothingGetsFairer() {
        var one = carrier(6, null, Set.of(school));
        var other = carrier(2, null, Set.of(school));
        cases(one, 6);
        cases(other, 2);

        var found = suggest(List.of(one, other), 50);

        assertThat(found).hasSize(2);
        assertThat(found.getLast().fromLoad()).isEqualByComparingTo("4");
        assertThat(found.getLast().toLoad()).isEqualByComparingTo("4");
        assertThat(found.getFirst().reasons())
                .extracting(Suggestion.Reason::code)
                .contains(Code.CARRIES_MORE)
                .doesNotContain(Code.ROOM_UNDER_CAP);
    }

    @Test
    void givesACaseOnlyToWhoHasARelationAndRoom() {
        var giver = carrier(9, null, Set.of(school));
        var stranger = carrier(0, null, Set.of(Ids.next()));
        var full = carrier(1, 1, Set.of(school));
        cases(giver, 9);

        assertThat(suggest(List.of(giver, stranger, full), 5)).isEmpty();

        var ofTheDistrict = carrier(0, null, Set.of());
        assertThat(suggest(List.of(giver, stranger, full, ofTheDistrict), 1)
                        .getFirst()
                        .reasons())
                .extracting(Suggestion.Reason::code)
                .contains(Code.WHOLE_DISTRICT);
    }

    @Test
    void prefersACaseInWhichNothingIsDueSoon() {
        var giver = carrier(9, null, Set.of(school));
        var taker = carrier(0, null, Set.of(school));
        cases.add(movable(giver, TODAY.plusDays(2)));
        var calm = movable(giver, TODAY.plusDays(40));
        cases.add(calm);

        assertThat(suggest(List.of(giver, taker), 2))
                .satisfiesExactly(first -> assertThat(first.caseId()).isEqualTo(calm.caseId()), second -> assertThat(
                                second.reasons())
                        .extracting(Suggestion.Reason::code)
                        .contains(Code.DUE_SOON));
    }

    private List<Suggestion> suggest(List<Carrier> carriers, int most) {
        return new Balancer(carriers, cases, TODAY).suggest(most);
    }

    private static Carrier carrier(int load, @Nullable Integer most, Set<UUID> schools) {
        return new Carrier(
                Ids.next(),
                BigDecimal.valueOf(load),
                most == null ? null : BigDecimal.valueOf(most),
                most == null ? null : "Agreement, article 12",
                schools,
                true);
    }

    private void cases(Carrier manager, int count) {
        for (int i = 0; i < count; i++) {
            cases.add(movable(manager, null));
        }
    }

    private Movable movable(Carrier manager, @Nullable LocalDate next) {
        return new Movable(Ids.next(), Ids.next(), manager.staffId(), BigDecimal.ONE, Set.of(school), next);
    }
}
