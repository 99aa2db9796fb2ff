package org.schoolcase.students.privacy.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Policy: the last day for answering a request to inspect: 45 days after it was received (34 CFR 99.10(b)), and before any
 * IEP meeting, hearing or resolution session that is named (300.613(a)), whichever comes first. Never without delay.
 */
public record DueDate(LocalDate on, String rule, String citation, String confidence) {

    private static final int DAYS = 45;

    static DueDate of(LocalDate receivedOn, @Nullable LocalDate before) {
        var latest = receivedOn.plusDays(DAYS);
        if (before == null || before.isAfter(latest)) {
            return new DueDate(latest, "WITHIN_45_DAYS", "34 CFR 99.10(b)", "high");
        }
        return new DueDate(before.minusDays(1), "BEFORE_MEETING", "34 CFR 300.613(a)", "high");
    }
}
