package org.schoolcase.cases.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An area of a plan, with its result once it is there.
 *
 * @param assessorId staff member who assesses
 * @param language BCP 47 tag of the language of the assessment (34 CFR 300.304(c)(1)(ii))
 * @param completedOn absent while there is no result
 * @param assessmentIds assessments filed in the case that the result rests on
 */
public record PlannedArea(
        Area area,
        List<Instrument> instruments,
        UUID assessorId,
        String language,
        @Nullable LocalDate completedOn,
        @Nullable UUID completedBy,
        List<UUID> assessmentIds,
        @Nullable String summary) {

    public boolean hasResult() {
        return completedOn != null;
    }
}
