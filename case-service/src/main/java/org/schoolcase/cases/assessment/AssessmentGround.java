package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.cases.instrument.definition.Definition;
import org.schoolcase.cases.instrument.definition.Purpose;
import org.schoolcase.cases.studentprofile.StudentProfiles;

/** What every filing of an assessment stands on: today, consent in force, and who holds rights. */
@ApplicationScoped
class AssessmentGround {

    private final DistrictNow district;
    private final ConsentOnDay consents;
    private final StudentProfiles profiles;
    private final Clock clock;

    AssessmentGround(DistrictNow district, ConsentOnDay consents, StudentProfiles profiles, Clock clock) {
        this.district = district;
        this.consents = consents;
        this.profiles = profiles;
        this.clock = clock;
    }

    LocalDate today() {
        return district.today();
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * The first thing that stands against a draft of this content.
     *
     * @param signedBefore consent or notice that was recorded with it already; who signed it then held rights then
     */
    Optional<Refusal> againstDraft(
            CaseFile file,
            Definition definition,
            Purpose purpose,
            Content content,
            @Nullable PupilRights signedBefore) {
        return againstPurpose(file, definition, purpose, content)
                .or(() -> ContentRules.ofDraft(
                        definition, content, today(), rights -> rights.equals(signedBefore) || isSigned(rights, file)));
    }

    /** The first thing that stands against making it final. */
    Optional<Refusal> againstFinal(CaseFile file, Definition definition, Assessment draft, LocalDate completedOn) {
        var content = draft.content();
        return againstDraft(file, definition, draft.purpose(), content, content.pupilRights())
                .or(() -> ContentRules.ofFinal(definition, content, completedOn, today()));
    }

    private Optional<Refusal> againstPurpose(CaseFile file, Definition definition, Purpose purpose, Content content) {
        if (!definition.needsConsentFor(purpose)) {
            return Optional.empty();
        }
        if (purpose != Purpose.EVALUATION) {
            return Optional.of(Refusal.NOT_WITHOUT_CONSENT);
        }
        return consents.toEvaluate(file.id(), content.administeredOn())
                ? Optional.empty()
                : Optional.of(Refusal.NO_CONSENT_ON_THAT_DAY);
    }

    private boolean isSigned(PupilRights rights, CaseFile file) {
        var guardian = rights.guardianId();
        return guardian != null && profiles.heldRights(guardian, file.studentId(), rights.on());
    }
}
