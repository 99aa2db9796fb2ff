package org.schoolcase.cases.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** Stores a determination and tells of it. */
@ApplicationScoped
class RecordedDeterminations {

    private final NewDeterminations store;
    private final Determinations determinations;
    private final Casework casework;
    private final Outbox outbox;

    RecordedDeterminations(NewDeterminations store, Determinations determinations, Casework casework, Outbox outbox) {
        this.store = store;
        this.determinations = determinations;
        this.casework = casework;
        this.outbox = outbox;
    }

    Determination add(
            CaseFile file,
            UUID evaluationId,
            DeterminationRequest request,
            NewDeterminations.@Nullable Correction correction) {
        var id = store.add(file, evaluationId, request, correction);
        return determinations.find(file.id(), id).orElseThrow();
    }

    /** Notes what was decided; the next reevaluation is counted from the evaluation of an eligible student. */
    void tell(CaseFile file, Determination determination, Kind kind, LocalDate evaluatedOn) {
        casework.happened(file, kind, determination.decidedOn(), determination.id());
        if (determination.isEligible()) {
            casework.happened(file, Kind.REEVALUATION_COUNTED, evaluatedOn, determination.evaluationId());
        }
        outbox.append(
                new EligibilityDetermined(file.id(), file.studentId(), determination.id(), determination.decidedOn()));
        casework.wrote(
                AuditEntry.of("eligibility.determine", "eligibility-determination", determination.id())
                        .fields(
                                "decision",
                                "primaryCategory",
                                "secondaryCategories",
                                "reportingCode",
                                "determinantFactors",
                                "team",
                                "learningDisability"),
                file);
    }
}
