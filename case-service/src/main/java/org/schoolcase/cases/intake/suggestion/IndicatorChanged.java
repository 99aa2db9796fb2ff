package org.schoolcase.cases.intake.suggestion;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What this service reads of {@code org.schoolcase.student.indicator-changed.v1}. */
record IndicatorChanged(UUID studentId, String indicator, String level, int catalogVersion, LocalDate changedOn) {

    private static final Set<String> FLAGS = Set.of("FLAGGED", "YELLOW", "ORANGE", "RED");

    IndicatorChanged {
        Objects.requireNonNull(studentId, "studentId");
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(changedOn, "changedOn");
    }

    /** Whether somebody should look. A level that is not known here is no flag. */
    boolean isFlag() {
        return FLAGS.contains(level);
    }
}
