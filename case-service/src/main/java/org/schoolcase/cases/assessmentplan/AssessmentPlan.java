package org.schoolcase.cases.assessmentplan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.notice.Delivery;

/**
 * A proposed assessment plan as the API shows it.
 *
 * @param assessments the types of assessments that are proposed
 * @param receivedOn the day from which the parent's time to answer counts
 */
public record AssessmentPlan(
        UUID id,
        UUID caseId,
        List<String> assessments,
        String language,
        @Nullable String languageNote,
        Delivery delivery,
        LocalDate sentOn,
        LocalDate receivedOn,
        List<UUID> guardianIds,
        boolean toStudent) {}
