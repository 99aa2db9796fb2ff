package org.schoolcase.cases.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.instrument.definition.Definition;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.cases.instrument.definition.Purpose;
import org.schoolcase.cases.instrument.definition.ScaleTotal;

/**
 * One assessment as the API shows it.
 *
 * @param withheld why answers and attachments are not shown here; null when they are
 * @param totals what the scales of the instrument add up to; raw, of no norm
 */
public record AssessmentView(
        UUID id,
        UUID caseId,
        InstrumentKind kind,
        String instrumentKey,
        int instrumentVersion,
        Purpose purpose,
        String status,
        LocalDate administeredOn,
        @Nullable LocalDate completedOn,
        String language,
        Assessor assessor,
        @Nullable PupilRights pupilRights,
        @Schema(implementation = Object.class) @Nullable JsonNode answers,
        List<Score> scores,
        List<ScaleTotal> totals,
        List<Attachment> attachments,
        @Nullable String withheld,
        @Nullable UUID supersedes,
        @Nullable String supersedesReason,
        @Nullable UUID supersededBy) {

    private static final String AT_THE_SCHOOL =
            "The items of this test are kept secret. Its answers are looked at at the school (34 CFR 300.613).";

    private static final String WITH_THE_ASSESSOR =
            "The items of this test are kept secret. Who gave it or took it over and who manages the case have its answers.";

    static AssessmentView of(Assessment it, Definition definition) {
        return view(
                it,
                it.content().answers(),
                definition.totals(it.content().answers()),
                it.content().attachments(),
                null);
    }

    /** As a family sees it: the results whole, the answers to a protected test at the school. */
    static AssessmentView forFamily(Assessment it, Definition definition) {
        return withoutSecrets(it, definition, AT_THE_SCHOOL);
    }

    /** As somebody of the team sees it who did not give it. */
    static AssessmentView forTeam(Assessment it, Definition definition) {
        return withoutSecrets(it, definition, WITH_THE_ASSESSOR);
    }

    private static AssessmentView withoutSecrets(Assessment it, Definition definition, String why) {
        return it.instrument().isProtected()
                ? view(it, null, definition.totals(it.content().answers()), List.of(), why)
                : of(it, definition);
    }

    private static AssessmentView view(
            Assessment it,
            @Nullable JsonNode answers,
            List<ScaleTotal> totals,
            List<Attachment> attachments,
            @Nullable String withheld) {
        var content = it.content();
        var supersedes = it.supersedes();
        return new AssessmentView(
                it.id(),
                it.caseId(),
                it.kind(),
                it.instrument().key(),
                it.instrument().version(),
                it.purpose(),
                it.status().name(),
                content.administeredOn(),
                it.completedOn(),
                content.language(),
                content.assessor(),
                content.pupilRights(),
                answers,
                content.scores(),
                totals,
                attachments,
                withheld,
                supersedes == null ? null : supersedes.id(),
                supersedes == null ? null : supersedes.reason(),
                it.supersededBy());
    }
}
