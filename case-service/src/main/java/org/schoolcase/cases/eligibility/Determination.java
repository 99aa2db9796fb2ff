package org.schoolcase.cases.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.Family;
import org.schoolcase.cases.eligibility.rule.Category;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest.Decision;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest.Exclusions;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest.InformationSource;
import org.schoolcase.cases.eligibility.rule.LearningDisability;
import org.schoolcase.cases.eligibility.rule.TeamMember;
import org.schoolcase.cases.evaluation.ParentCopy;

/**
 * A determination of eligibility as the API shows it.
 *
 * @param reportingCode EDFacts code of the primary category, kept apart from it: deafness is reported as HI
 * @param supersedes the determination that it corrects
 * @param supersededAt when a correction took its place; absent while it stands
 */
@Schema(name = "EligibilityDetermination")
public record Determination(
        UUID id,
        UUID caseId,
        UUID evaluationId,
        LocalDate decidedOn,
        Decision decision,
        @Nullable Category primaryCategory,
        Set<Category> secondaryCategories,
        @Nullable String reportingCode,
        boolean needsSpecialEducation,
        Exclusions determinantFactors,
        Set<InformationSource> sources,
        String rationale,
        @Nullable LearningDisability learningDisability,
        List<TeamMember> team,
        List<ParentCopy> copies,
        Instant recordedAt,
        @Nullable UUID supersedes,
        @Nullable String correctionReason,
        @Nullable Instant supersededAt) {

    /** As a parent or the adult student reads it: with the copies that he was given himself. */
    Determination forFamily(Family reader) {
        var own = copies.stream().filter(copy -> reader.is(copy.guardianId())).toList();
        return new Determination(
                id,
                caseId,
                evaluationId,
                decidedOn,
                decision,
                primaryCategory,
                secondaryCategories,
                reportingCode,
                needsSpecialEducation,
                determinantFactors,
                sources,
                rationale,
                learningDisability,
                team,
                own,
                recordedAt,
                supersedes,
                correctionReason,
                supersededAt);
    }

    boolean isEligible() {
        return decision == Decision.ELIGIBLE;
    }
}
