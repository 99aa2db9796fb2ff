package org.schoolcase.cases.communication;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The words in which a contact is told. */
final class Contact {

    private Contact() {}

    /** How. */
    @Schema(name = "CommunicationMeans")
    enum Means {
        CALL,
        LETTER,
        EMAIL,
        TEXT,
        VISIT,
        MEETING,
        VIDEO;

        /** Whether something is sent, and nobody speaks. */
        boolean isWritten() {
            return this == LETTER || this == EMAIL || this == TEXT;
        }
    }

    /** From the district or to it. */
    @Schema(name = "CommunicationDirection")
    enum Direction {
        OUTGOING,
        INCOMING
    }

    /** What for; where the law wants the efforts documented, with its section. */
    @Schema(name = "CommunicationPurpose")
    enum Purpose {
        CONSENT_REQUEST("34 CFR 300.300(d)(5), 300.322(d)"),
        MEETING_INVITATION("34 CFR 300.322(d)"),
        NOTICE,
        INFORMATION,
        INFORMATION_REQUEST,
        PROGRESS,
        ATTENDANCE,
        COMPLAINT,
        OTHER;

        private final @Nullable String effortsCitation;

        Purpose() {
            this(null);
        }

        Purpose(@Nullable String effortsCitation) {
            this.effortsCitation = effortsCitation;
        }

        Optional<String> effortsCitation() {
            return Optional.ofNullable(effortsCitation);
        }
    }

    /** What came of it. */
    @Schema(name = "CommunicationOutcome")
    enum Outcome {
        REACHED,
        NO_ANSWER,
        LEFT_MESSAGE,
        SENT,
        DELIVERED,
        RETURNED,
        RECEIVED,
        DECLINED,
        AGREED;

        private static final Set<Outcome> IN_WRITING = EnumSet.of(SENT, DELIVERED, RETURNED, REACHED, DECLINED, AGREED);
        private static final Set<Outcome> IN_SPEECH = EnumSet.of(REACHED, NO_ANSWER, LEFT_MESSAGE, DECLINED, AGREED);
        private static final Set<Outcome> COMING_IN = EnumSet.of(RECEIVED, REACHED, LEFT_MESSAGE, DECLINED, AGREED);

        /** Whether it can come of such a contact: a letter is not unanswered at the door, a call is not returned by the post. */
        boolean canComeOf(Means means, Direction direction) {
            if (direction == Direction.INCOMING) {
                return COMING_IN.contains(this);
            }
            return (means.isWritten() ? IN_WRITING : IN_SPEECH).contains(this);
        }

        /** Whether words came to the other person, or may have. */
        boolean hasArrived() {
            return this != NO_ANSWER && this != RETURNED;
        }
    }

    /** Who it was with, when it was no guardian of the student. */
    @Schema(name = "CommunicationRole")
    enum OtherRole {
        STUDENT,
        RELATIVE,
        FOSTER_PARENT,
        SURROGATE_PARENT,
        ADVOCATE,
        ATTORNEY,
        AGENCY,
        PHYSICIAN,
        OTHER_SCHOOL,
        OTHER
    }

    /** Why a guardian was not addressed in his language. */
    @Schema(name = "CommunicationLanguageReason")
    enum LanguageReason {
        GUARDIAN_SPEAKS_IT,
        GUARDIAN_DECLINED_INTERPRETER,
        NONE_AVAILABLE,
        CLEARLY_NOT_FEASIBLE;

        boolean isTheDistrictsLack() {
            return this == NONE_AVAILABLE || this == CLEARLY_NOT_FEASIBLE;
        }
    }

    /** How a notice was brought to a parent whose language is not written, or who does not read. */
    @Schema(name = "CommunicationTranslationMode")
    enum TranslationMode {
        ORAL,
        SIGN_LANGUAGE,
        BRAILLE,
        OTHER
    }

    /** The other person: a guardian by id, or somebody else by role. */
    @Schema(name = "CommunicationParty")
    record Party(
            @Nullable UUID guardianId,
            @Nullable OtherRole role,

            @Schema(description = "Name of somebody who is no guardian, where it matters") @Size(max = 200) @Nullable
            String name) {

        boolean isClear() {
            return (guardianId == null) != (role == null) && (name == null || role != null);
        }
    }

    /** Who interpreted. */
    @Schema(name = "CommunicationInterpreter")
    record Interpreter(
            @NotBlank @Size(max = 200) String name,

            @Schema(description = "Certificate, employment, or how the person is known to be able")
            @Size(max = 200)
            @Nullable
            String qualification) {}

    /** Written evidence of a translation that was not in writing (34 CFR 300.503(c)(2)). */
    @Schema(name = "CommunicationTranslation")
    record Translation(
            @NotNull TranslationMode mode,

            @Schema(description = "Whether the parent understood the content") @NotNull
            Boolean understood) {}
}
