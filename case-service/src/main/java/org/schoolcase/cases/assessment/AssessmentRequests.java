package org.schoolcase.cases.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.cases.instrument.definition.Purpose;

/** What is sent to file assessments. */
final class AssessmentRequests {

    static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    private AssessmentRequests() {}

    /** A published version of an instrument. */
    @Schema(name = "UsedInstrument")
    record UsedInstrument(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9.-]{1,79}")
            String key,

            @Min(1) @Max(9999) int version) {}

    /** The final assessment that a new one corrects. */
    @Schema(name = "AssessmentCorrection")
    record Supersedes(
            @NotNull UUID assessmentId,
            @NotBlank @Size(max = 2000) String reason) {}

    /** A new draft. */
    @Schema(name = "AssessmentStart")
    record Start(
            @NotNull InstrumentKind kind,
            @Valid @NotNull UsedInstrument instrument,
            @NotNull Purpose purpose,
            @Valid @Nullable Supersedes supersedes,

            @Schema(description = "Date it was given, in the district's zone") @NotNull
            LocalDate administeredOn,

            @Schema(description = "BCP 47 tag of the language it was given in")
            @NotNull
            @Size(max = 35)
            @Pattern(regexp = LANGUAGE)
            String language,

            @Valid @NotNull Assessor assessor,

            @Schema(description = "Needed where the instrument touches protected topics") @Valid @Nullable
            PupilRights pupilRights,

            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "By the instrument's schema; a draft may leave fields out")
            @NotNull
            ObjectNode answers,

            @NotNull @Size(max = 60) List<@Valid @NotNull Score> scores,
            @NotNull @Size(max = 20) List<@Valid @NotNull Attachment> attachments) {

        static final String EXAMPLE = """
                {"kind": "INTERVIEW", "instrument": {"key": "schoolcase.student-interview", "version": 1},
                 "purpose": "INTAKE", "administeredOn": "2026-09-22", "language": "es",
                 "assessor": {"staffId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b11"},
                 "answers": {"agreedToTalk": true, "likesAtSchool": "Science."}, "scores": [], "attachments": []}""";

        Content content() {
            return new Content(administeredOn, language, assessor, pupilRights, answers, scores, attachments);
        }
    }

    /** The whole content of a draft; it takes the place of what was there. */
    @Schema(name = "AssessmentChange")
    record Change(
            @NotNull LocalDate administeredOn,

            @NotNull @Size(max = 35) @Pattern(regexp = LANGUAGE)
            String language,

            @Valid @NotNull Assessor assessor,
            @Valid @Nullable PupilRights pupilRights,

            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "By the instrument's schema; a draft may leave fields out")
            @NotNull
            ObjectNode answers,

            @NotNull @Size(max = 60) List<@Valid @NotNull Score> scores,
            @NotNull @Size(max = 20) List<@Valid @NotNull Attachment> attachments) {

        static final String EXAMPLE = """
                {"administeredOn": "2026-11-12", "language": "en",
                 "assessor": {"staffId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b11",
                   "credential": {"kind": "School psychologist", "issuer": "Arizona Department of Education",
                                  "expiresOn": "2029-06-30"}},
                 "answers": {"scaleUsed": "A published adaptive rating scale"},
                 "scores": [{"scale": "Adaptive composite",
                   "norm": {"name": "US population", "edition": "3", "year": 2016, "mean": 100, "sd": 15},
                   "standardScore": 78, "interval": {"level": 95, "from": 74, "to": 82}, "percentile": 7}],
                 "attachments": []}""";

        Content content() {
            return new Content(administeredOn, language, assessor, pupilRights, answers, scores, attachments);
        }
    }

    /** The answers of one section of the instrument's layout. */
    @Schema(name = "AssessmentSection")
    record Section(
            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "Fields of this section; one left out is emptied")
            @NotNull
            ObjectNode answers) {

        static final String EXAMPLE = """
                {"answers": {"likesAtSchool": "Science and recess.", "hardestPart": "READING"}}""";
    }

    /** Ends a draft. */
    @Schema(name = "AssessmentCompletion")
    record Completion(
            @Schema(description = "Date it was finished; not before it was given, not after today") @NotNull
            LocalDate completedOn) {

        static final String EXAMPLE = """
                {"completedOn": "2026-09-24"}""";
    }
}
