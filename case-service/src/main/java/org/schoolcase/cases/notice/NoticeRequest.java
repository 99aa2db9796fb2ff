package org.schoolcase.cases.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notice as it was given. */
record NoticeRequest(
        @NotNull NoticeKind kind,

        @Schema(description = "Of a prior written notice") @Nullable @Valid
        NoticeContent content,

        @Schema(description = "Of a safeguards notice: why it was due, 300.504(a)") @Nullable
        Occasion occasion,

        @Schema(
                description =
                        "Of a prior written notice: the evaluation that it proposes, if it does; REEVALUATION for a student who is eligible")
        @Nullable
        Proposal proposes,

        @Schema(description = "The decision about the referral that it tells of") @Nullable
        UUID decisionId,

        @Schema(description = "BCP 47 tag of the language of the notice")
        @NotNull
        @Size(max = 35)
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language,

        @Schema(description = "How it was translated, or why it is not in a recipient's language, 300.503(c)")
        @Nullable
        @Size(max = 2000)
        String languageNote,

        @Schema(description = "ELECTRONIC only where the parent chose it, 300.505") @NotNull
        Delivery delivery,

        @NotNull LocalDate givenOn,

        @Schema(
                description =
                        "Guardians to whom it was given; each held educational rights on that day, or they had passed from him to the adult student, 300.520(a)(1)(i)")
        @NotNull
        @Size(max = 10)
        List<@NotNull UUID> guardianIds,

        @Schema(description = "Given to the adult student who holds the rights, 300.520") @Nullable
        Boolean toStudent) {

    static final String EXAMPLE = """
            {"kind": "PRIOR_WRITTEN", "language": "es", "delivery": "MAIL", "givenOn": "2026-09-10",
             "guardianIds": ["0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10"],
             "content": {
               "action": "We propose a full individual evaluation in reading and language.",
               "why": "Two terms of small-group support have not been enough.",
               "basis": "Progress monitoring of both terms, reading records, the teacher's referral.",
               "safeguards": "You have protection under the law; the office gives you a copy of the safeguards.",
               "helpSources": "The State's parent training and information center.",
               "otherOptions": "A third term of support alone: it would delay help.",
               "otherFactors": "None."}}""";

    boolean isToStudent() {
        return Boolean.TRUE.equals(toStudent);
    }
}
