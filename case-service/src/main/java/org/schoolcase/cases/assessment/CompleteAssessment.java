package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.instrument.definition.Definition;
import org.schoolcase.kit.http.ETags;

/** Use case: a draft is whole and becomes final; the one it corrects is superseded from then on. */
@ApplicationScoped
class CompleteAssessment {

    sealed interface Outcome {
        record Completed(Assessment assessment, Definition definition) implements Outcome {}

        record Unknown() implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    private final Filers filers;
    private final AssessmentGate gate;
    private final AssessmentGround ground;
    private final AssessmentCatalog catalog;
    private final CompletionNews news;

    CompleteAssessment(
            Filers filers,
            AssessmentGate gate,
            AssessmentGround ground,
            AssessmentCatalog catalog,
            CompletionNews news) {
        this.filers = filers;
        this.gate = gate;
        this.ground = ground;
        this.catalog = catalog;
        this.news = news;
    }

    @Transactional
    Outcome handle(UUID caseId, UUID id, LocalDate completedOn, @Nullable String ifMatch) {
        var filer = filers.toFillIn(caseId);
        gate.requireCompletion(filer.file());
        return catalog.assessments()
                .find(caseId, id)
                .filter(filer::touches)
                .map(draft -> complete(filer.file(), draft, completedOn, ifMatch))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome complete(CaseFile file, Assessment draft, LocalDate completedOn, @Nullable String ifMatch) {
        if (!draft.isDraft()) {
            return new Outcome.Refused(Refusal.FINAL);
        }
        ETags.requireMatch(ifMatch, draft.version());
        var definition = catalog.definitionOf(draft);
        return ground.againstFinal(file, definition, draft, completedOn)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> store(file, draft, definition, completedOn));
    }

    private Outcome store(CaseFile file, Assessment draft, Definition definition, LocalDate completedOn) {
        var done = draft.completed(completedOn);
        catalog.assessments().complete(done, completedOn, ground.now());
        news.tell(done, file, completedOn);
        return new Outcome.Completed(done, definition);
    }
}
