package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dated events of one case that the engine may count from, as civil dates of the district. */
public record Facts(Map<LawEvent, LocalDate> dates) {

    public Facts {
        dates = Map.copyOf(dates);
    }

    public static Facts of(LawEvent event, LocalDate on) {
        return new Facts(Map.of(event, on));
    }

    @Nullable
    LocalDate on(LawEvent event) {
        return dates.get(event);
    }
}
