package org.schoolcase.cases.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.instrument.definition.Fault;
import org.schoolcase.kit.problem.ProblemException;

/** Why an assessment is not taken as it was sent: a rule, with the places where it is broken. */
record Refusal(
        int status, String code, String detail, @Nullable String citation, List<Fault> faults) {

    static final Refusal CASE_CLOSED = new Refusal(409, "case.closed", "The case is closed.", null, List.of());
    static final Refusal FINAL = new Refusal(
            409,
            "assessment.final",
            "A final assessment never changes; file another that supersedes it.",
            null,
            List.of());
    static final Refusal NO_CONSENT_ON_THAT_DAY = new Refusal(
            409,
            "consent.missing",
            "No consent to the evaluation was in force on the day it was given, and no exception held.",
            "34 CFR 300.300(a), 300.300(c)",
            List.of());
    static final Refusal NOT_OWN = of(
            "assessment.not-own",
            "Who does not manage the case names himself in what he gave, and in what he took over who gave it.",
            "/assessor/staffId",
            "not-own");
    static final Refusal NOT_WITHOUT_CONSENT = of(
                    "assessment.purpose-needs-consent",
                    "This instrument is not used for this purpose without consent; with consent the purpose is EVALUATION.",
                    "/purpose",
                    "purpose")
            .citing("34 CFR 300.300(a)(1), 300.302");

    static Refusal of(String code, String detail, String pointer, String fault) {
        return new Refusal(422, code, detail, null, List.of(new Fault(pointer, fault, detail)));
    }

    static Refusal of(String code, String detail, List<Fault> faults) {
        return new Refusal(422, code, detail, null, faults);
    }

    Refusal citing(String section) {
        return new Refusal(status, code, detail, section, faults);
    }

    ProblemException problem() {
        var problem =
                status == 409 ? ProblemException.conflict(code, detail) : ProblemException.unprocessable(code, detail);
        if (citation != null) {
            problem = problem.citing(citation);
        }
        for (var fault : faults) {
            problem = problem.field(fault.pointer(), fault.code(), fault.detail());
        }
        return problem;
    }
}
