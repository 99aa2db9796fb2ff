package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.cases.consent.EvaluationConsent;
import org.schoolcase.cases.instrument.definition.Purpose;
import org.schoolcase.kit.security.Role;

/** When an instrument can be given, for each purpose: for an evaluation only with consent in force (34 CFR 300.300). */
@ApplicationScoped
class StartAssessmentAction implements CaseAction {

    private static final String CORRECTION = "CORRECTION";

    /** For one purpose, or to correct what was lawfully given before. */
    record For(CaseAction action, String variant) implements CaseAction {

        @Override
        public String name() {
            return action.name();
        }

        @Override
        public Link link(UUID caseId) {
            return action.link(caseId);
        }

        @Override
        public Set<String> roles() {
            return action.roles();
        }

        @Override
        public Reach reach() {
            return action.reach();
        }

        @Override
        public Gate gate(Standing standing) {
            return variant.equals(Purpose.EVALUATION.name())
                    ? standing.worked().and(EvaluationConsent.gate(standing))
                    : standing.worked();
        }
    }

    CaseAction forPurpose(Purpose purpose) {
        return new For(this, purpose.name());
    }

    /** A correction needs no consent of today: consent on the day it was given is looked at with the request. */
    CaseAction forCorrection() {
        return new For(this, CORRECTION);
    }

    @Override
    public String name() {
        return "startAssessment";
    }

    @Override
    public List<CaseAction> variants() {
        return Stream.concat(Arrays.stream(Purpose.values()).map(this::forPurpose), Stream.of(forCorrection()))
                .toList();
    }

    @Override
    public Link link(UUID caseId) {
        return new Link("POST", "/v1/cases/%s/assessments".formatted(caseId));
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER, Role.TEACHER);
    }

    @Override
    public Reach reach() {
        return Reach.ASSESS;
    }

    @Override
    public Gate gate(Standing standing) {
        return standing.worked();
    }
}
