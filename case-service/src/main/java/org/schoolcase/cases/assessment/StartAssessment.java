package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.assessment.Assessment.Correction;
import org.schoolcase.cases.assessment.Assessment.Status;
import org.schoolcase.cases.assessment.Assessment.Used;
import org.schoolcase.cases.assessment.Filers.Filer;
import org.schoolcase.cases.instrument.Instrument;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;

/** Use case: an instrument is given to a student of a case, or a final one is corrected; what is known is filed as a draft. */
@ApplicationScoped
class StartAssessment {

    sealed interface Outcome {
        record Started(Assessment draft, Instrument instrument) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    private static final Refusal UNKNOWN_INSTRUMENT = Refusal.of(
            "assessment.instrument-unknown", "There is no such published instrument.", "/instrument", "unknown");
    private static final Refusal OTHER_KIND =
            Refusal.of("assessment.kind-mismatch", "The instrument is of another kind.", "/kind", "kind-mismatch");
    private static final Refusal NOT_CORRECTABLE = Refusal.of(
            "assessment.not-correctable",
            "Only a final assessment of this case and instrument is superseded.",
            "/supersedes/assessmentId",
            "not-correctable");
    private static final Refusal SUPERSEDED = new Refusal(
            409, "assessment.superseded", "It has a correction already; correct that one.", null, java.util.List.of());

    private final Filers filers;
    private final AssessmentGate gate;
    private final AssessmentGround ground;
    private final AssessmentCatalog catalog;
    private final Audit audit;

    StartAssessment(
            Filers filers, AssessmentGate gate, AssessmentGround ground, AssessmentCatalog catalog, Audit audit) {
        this.filers = filers;
        this.gate = gate;
        this.ground = ground;
        this.catalog = catalog;
        this.audit = audit;
    }

    @Transactional
    Outcome handle(UUID caseId, AssessmentRequests.Start request) {
        var filer = filers.toStart(caseId);
        gate.require(request, filer.file());
        return refusal(filer, request)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> withInstrument(filer, request));
    }

    private Optional<Refusal> refusal(Filer filer, AssessmentRequests.Start request) {
        var corrected = corrected(filer, request).orElse(null);
        if (request.supersedes() != null && corrected == null) {
            return Optional.of(NOT_CORRECTABLE);
        }
        return filer.names(request.assessor().staffId(), corrected) ? Optional.empty() : Optional.of(Refusal.NOT_OWN);
    }

    private Optional<Assessment> corrected(Filer filer, AssessmentRequests.Start request) {
        return Optional.ofNullable(request.supersedes())
                .flatMap(it -> catalog.assessments().find(filer.file().id(), it.assessmentId()))
                .filter(filer::touches)
                .filter(it -> !it.isDraft()
                        && it.instrument().key().equals(request.instrument().key()));
    }

    private Outcome withInstrument(Filer filer, AssessmentRequests.Start request) {
        var wanted = request.instrument();
        return catalog.published(wanted.key(), wanted.version())
                .map(instrument -> start(filer, request, instrument))
                .orElseGet(() -> new Outcome.Refused(UNKNOWN_INSTRUMENT));
    }

    private Outcome start(Filer filer, AssessmentRequests.Start request, Instrument instrument) {
        var definition = instrument.definition();
        if (definition.kind() != request.kind()) {
            return new Outcome.Refused(OTHER_KIND);
        }
        return ground.againstDraft(filer.file(), definition, request.purpose(), request.content(), null)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> store(filer, request, instrument));
    }

    private Outcome store(Filer filer, AssessmentRequests.Start request, Instrument instrument) {
        var file = filer.file();
        var draft = new Assessment(
                Ids.next(),
                file.id(),
                request.kind(),
                new Used(
                        instrument.key(),
                        instrument.version(),
                        instrument.definition().isProtectedTest()),
                request.purpose(),
                Status.DRAFT,
                request.content(),
                correction(request.supersedes()),
                null,
                null,
                filer.takesOverFrom(request.assessor().staffId()),
                0);
        if (!catalog.assessments().insert(draft, file.studentId(), ground.now())) {
            return new Outcome.Refused(SUPERSEDED);
        }
        audit.wrote(AuditEntry.of("assessment.start", "assessment", draft.id())
                .student(file.studentId())
                .fields("kind", "instrument", "purpose", "administeredOn", "assessor", "answers", "scores"));
        return new Outcome.Started(draft, instrument);
    }

    private static @Nullable Correction correction(AssessmentRequests.@Nullable Supersedes supersedes) {
        return supersedes == null ? null : new Correction(supersedes.assessmentId(), supersedes.reason());
    }
}
