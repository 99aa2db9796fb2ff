package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.schoolcase.cases.instrument.Instrument;
import org.schoolcase.cases.instrument.Instruments;
import org.schoolcase.cases.instrument.definition.Definition;

/** Stored assessments and the definitions that they were taken with. */
@ApplicationScoped
class AssessmentCatalog {

    private final AssessmentRepository assessments;
    private final Instruments instruments;

    AssessmentCatalog(AssessmentRepository assessments, Instruments instruments) {
        this.assessments = assessments;
        this.instruments = instruments;
    }

    AssessmentRepository assessments() {
        return assessments;
    }

    /** A version that answers can be taken with. */
    Optional<Instrument> published(String key, int version) {
        return instruments.published(key, version);
    }

    /** Published versions never change and never go, so there is one. */
    Definition definitionOf(Assessment it) {
        return instruments
                .published(it.instrument().key(), it.instrument().version())
                .orElseThrow()
                .definition();
    }
}
