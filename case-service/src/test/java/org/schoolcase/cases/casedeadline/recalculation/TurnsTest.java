package org.schoolcase.cases.casedeadline.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.id.Ids;

class TurnsTest {

    private static final int MOST = 10;

    private final UUID large = Ids.next();
    private final UUID small = Ids.next();
    private final UUID late = Ids.next();
    private final Map<UUID, Integer> left = new HashMap<>();
    private final List<UUID> served = new ArrayList<>();

    @Test
    void letsASmallDistrictNotWaitForALargeOne() {
        left.put(large, 35);
        left.put(small, 15);

        run(new Turns(this::waiting, this::batch));

        assertThat(served).containsExactly(large, small, large, small, large, large);
        assertThat(left.values()).containsOnly(0);
    }

    @Test
    void takesInADistrictThatComesWhileALargeOneIsWorkedOff() {
        left.put(large, 35);
        left.put(late, 5);

        run(new Turns(() -> served.isEmpty() ? List.of(large) : waiting(), this::batch));

        assertThat(served).containsExactly(large, large, late, large, large);
        assertThat(left.values()).containsOnly(0);
    }

    @Test
    void goesOnWithTheOthersWhenADistrictFails() {
        left.put(large, 25);

        run(new Turns(() -> List.of(small, large), this::batch));

        assertThat(served).containsExactly(small, large, large, large);
    }

    @Test
    void endsWhenNobodyWaits() {
        run(new Turns(List::of, this::batch));

        assertThat(served).isEmpty();
    }

    private List<UUID> waiting() {
        return Stream.of(large, small, late)
                .filter(id -> left.getOrDefault(id, 0) > 0)
                .toList();
    }

    private static void run(Turns turns) {
        boolean more = true;
        while (more) {
            more = turns.next(MOST);
        }
    }

    /** A district without anything left to count fails. */
    private boolean batch(UUID district, int most) {
        served.add(district);
        var before = left.get(district);
        if (before == null) {
            throw new IllegalStateException("fails on purpose");
        }
        left.put(district, Math.max(0, before - most));
        return before >= most;
    }
}
