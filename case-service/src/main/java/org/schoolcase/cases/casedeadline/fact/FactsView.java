package org.schoolcase.cases.casedeadline.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.Circumstance;

/** The entered facts of a case as the API shows them; version 0 says that none were entered. */
public record FactsView(
        UUID caseId,
        List<DatedEvent> dates,
        int absences,
        @Nullable LocalDate agreedOn,
        int extensionDays,
        List<Circumstance> circumstances,
        long version) {

    static FactsView none(UUID caseId) {
        return new FactsView(caseId, List.of(), 0, null, 0, List.of(), 0);
    }
}
