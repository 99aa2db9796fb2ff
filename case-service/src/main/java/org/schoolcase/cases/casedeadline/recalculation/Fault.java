package org.schoolcase.cases.casedeadline.recalculation;

import java.util.Arrays;

/** Says of a fault what it is and where; its message may hold data of a child. */
final class Fault {

    private Fault() {}

    static String of(RuntimeException fault) {
        return fault.getClass().getName()
                + Arrays.stream(fault.getStackTrace())
                        .findFirst()
                        .map(place -> " at " + place)
                        .orElse("");
    }
}
