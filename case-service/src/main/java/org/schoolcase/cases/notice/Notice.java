package org.schoolcase.cases.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as the API shows it.
 *
 * @param proposes the evaluation that a prior written notice proposes, if it does
 * @param content the seven elements of a prior written notice (34 CFR 300.503(b))
 * @param occasion why a safeguards notice was due (300.504(a))
 */
public record Notice(
        UUID id,
        UUID caseId,
        NoticeKind kind,
        @Nullable UUID decisionId,
        @Nullable Occasion occasion,
        @Nullable Proposal proposes,
        @Nullable NoticeContent content,
        String language,
        @Nullable String languageNote,
        Delivery delivery,
        LocalDate givenOn,
        List<UUID> guardianIds,
        boolean toStudent,
        String citation) {}
