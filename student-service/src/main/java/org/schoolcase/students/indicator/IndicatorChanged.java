package org.schoolcase.students.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.outbox.Event;
import org.schoolcase.students.indicator.rule.Indicator;
import org.schoolcase.students.indicator.rule.Level;

/** Fact: the level of an early-warning indicator is another. It prompts a review; nothing follows from it by itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndicatorChanged(
        UUID studentId,
        Indicator indicator,
        @Nullable Level levelBefore,
        Level level,
        int catalogVersion,
        @Nullable LocalDate policyFrom,
        LocalDate changedOn)
        implements Event {

    @Override
    public UUID key() {
        return studentId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.indicator-changed.v1";
    }
}
