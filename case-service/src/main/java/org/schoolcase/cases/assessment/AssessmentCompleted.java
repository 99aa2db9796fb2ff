package org.schoolcase.cases.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.cases.instrument.definition.Purpose;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that an assessment of a case is final: what kind, when, and which it corrects; no answers, no scores. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssessmentCompleted(
        UUID caseId,
        UUID studentId,
        UUID assessmentId,
        InstrumentKind kind,
        String instrumentKey,
        int instrumentVersion,
        Purpose purpose,
        LocalDate administeredOn,
        LocalDate completedOn,
        @Nullable UUID supersedes)
        implements Event {

    static AssessmentCompleted of(Assessment it, CaseFile file, LocalDate completedOn) {
        var supersedes = it.supersedes();
        return new AssessmentCompleted(
                file.id(),
                file.studentId(),
                it.id(),
                it.kind(),
                it.instrument().key(),
                it.instrument().version(),
                it.purpose(),
                it.content().administeredOn(),
                completedOn,
                supersedes == null ? null : supersedes.id());
    }

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.assessment-completed.v1";
    }
}
