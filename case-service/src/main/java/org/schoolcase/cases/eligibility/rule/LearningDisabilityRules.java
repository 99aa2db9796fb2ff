package org.schoolcase.cases.eligibility.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policy: what a determination of a specific learning disability has to hold beside (34 CFR 300.307 to 300.311). */
final class LearningDisabilityRules {

    private static final String AT = "/learningDisability";

    private static final LearningDisability NOTHING =
            new LearningDisability(null, null, null, null, null, null, null, null, null);

    private final List<Refusal> refusals = new ArrayList<>();

    private LearningDisabilityRules() {}

    static List<Refusal> check(DeterminationRequest request) {
        var rules = new LearningDisabilityRules();
        var found = request.learningDisability();
        rules.group(request.team());
        rules.findings(found == null ? NOTHING : found);
        rules.dates(request, found == null ? NOTHING : found);
        rules.certifications(request.team());
        return rules.refusals;
    }

    private void group(List<TeamMember> team) {
        if (team.stream().noneMatch(it -> it.attendedAs(TeamMember.Role.REGULAR_TEACHER))) {
            refuse("/team", "team-teacher", "The student's regular teacher is of the group.", "34 CFR 300.308(a)");
        }
        if (team.stream().noneMatch(it -> it.attended() && it.isDiagnostician())) {
            refuse(
                    "/team",
                    "team-diagnostician",
                    "Somebody qualified for individual diagnostic examinations is of the group.",
                    "34 CFR 300.308(b)");
        }
    }

    private void findings(LearningDisability found) {
        require(found.method() != null, "/method", "method", "By which method.", "34 CFR 300.307(a)");
        require(
                found.areas() != null && !found.areas().isEmpty(),
                "/areas",
                "areas",
                "In which areas the student does not achieve adequately.",
                "34 CFR 300.309(a)(1)");
        require(
                found.observation() != null,
                "/observation",
                "observation",
                "An observation in the learning environment.",
                "34 CFR 300.310");
        require(
                isText(found.instructionData()),
                "/instructionData",
                "instruction",
                "Data that instruction was appropriate and by qualified personnel.",
                "34 CFR 300.309(b)(1)");
        require(
                found.repeatedAssessments() != null,
                "/repeatedAssessments",
                "assessments",
                "Repeated assessments of achievement, shared with the parents.",
                "34 CFR 300.309(b)(2)");
        require(
                Boolean.TRUE.equals(found.otherFactorsExcluded()),
                "/otherFactorsExcluded",
                "other-factors",
                "Not primarily the result of another factor.",
                "34 CFR 300.309(a)(3)");
        require(
                isText(found.statement()),
                "/statement",
                "statement",
                "The basis for the determination.",
                "34 CFR 300.311(a)");
        require(
                found.method() != LearningDisability.Method.RESPONSE_TO_INTERVENTION
                        || found.parentsToldOfInterventionOn() != null,
                "/parentsToldOfInterventionOn",
                "parents-told",
                "When the parents were told of the intervention, its data, and their right to an evaluation.",
                "34 CFR 300.311(a)(7)");
    }

    private void dates(DeterminationRequest request, LearningDisability found) {
        var observation = found.observation();
        if (observation != null && observation.observedOn().isAfter(request.decidedOn())) {
            refuse(AT + "/observation/observedOn", "out-of-order", "Observed after the decision.", "34 CFR 300.310");
        }
        var repeated = found.repeatedAssessments();
        if (repeated != null && repeated.sharedWithParentsOn().isAfter(request.decidedOn())) {
            refuse(
                    AT + "/repeatedAssessments/sharedWithParentsOn",
                    "out-of-order",
                    "Shared after the decision.",
                    "34 CFR 300.309(b)(2)");
        }
    }

    private void certifications(List<TeamMember> team) {
        for (int i = 0; i < team.size(); i++) {
            if (team.get(i).attended() && team.get(i).agrees() == null) {
                refuse(
                        "/team/" + i + "/agrees",
                        "certification",
                        "Each member certifies whether the report reflects his conclusion.",
                        "34 CFR 300.311(b)");
            }
        }
    }

    private void require(boolean there, String pointer, String piece, String detail, String citation) {
        if (!there) {
            refuse(AT + pointer, piece, detail, citation);
        }
    }

    private void refuse(String pointer, String piece, String detail, String citation) {
        refusals.add(new Refusal("eligibility.learning-disability-" + piece, pointer, detail, citation));
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
