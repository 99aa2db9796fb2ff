package org.schoolcase.cases.assessment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.cases.instrument.definition.Purpose;

/** A filled-in instrument of a case: a draft until it is complete, then final; a correction is another that supersedes it. */
record Assessment(
        UUID id,
        UUID caseId,
        InstrumentKind kind,
        Used instrument,
        Purpose purpose,
        Status status,
        Content content,
        @Nullable Correction supersedes,
        @Nullable UUID supersededBy,
        @Nullable LocalDate completedOn,
        @Nullable UUID takenOverBy,
        long version) {

    enum Status {
        DRAFT,
        FINAL
    }

    /** The instrument, in the version that was used. */
    record Used(String key, int version, boolean isProtected) {}

    /** Which final one is corrected, and why. */
    record Correction(UUID id, String reason) {}

    boolean isDraft() {
        return status == Status.DRAFT;
    }

    Assessment with(Content other) {
        return new Assessment(
                id,
                caseId,
                kind,
                instrument,
                purpose,
                status,
                other,
                supersedes,
                supersededBy,
                completedOn,
                other.assessor().staffId().equals(content.assessor().staffId()) ? takenOverBy : null,
                version + 1);
    }

    /** Who fills it in: the assessor, or who took it over from him. */
    UUID keeper() {
        return takenOverBy == null ? content.assessor().staffId() : takenOverBy;
    }

    /** Whether a person gave it, or fills it in for who did. */
    boolean isOf(UUID staffId) {
        return staffId.equals(content.assessor().staffId()) || staffId.equals(takenOverBy);
    }

    Assessment completed(LocalDate on) {
        return new Assessment(
                id,
                caseId,
                kind,
                instrument,
                purpose,
                Status.FINAL,
                content,
                supersedes,
                supersededBy,
                on,
                takenOverBy,
                version + 1);
    }
}
