package org.schoolcase.cases.consent.exception;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.consent.request.AskedConsent;
import org.schoolcase.cases.consent.request.AskedConsents;
import org.schoolcase.kit.problem.ProblemException;

/** Policy: which ground fits which consent, and what must be documented for it (34 CFR 300.300(a)(2)-(3), (c)(2), (d)(5)). */
@ApplicationScoped
class ExceptionRules {

    private final AskedConsents requests;

    ExceptionRules(AskedConsents requests) {
        this.requests = requests;
    }

    void require(Standing standing, ExceptionRequest wanted) {
        requireGround(wanted);
        requireDate(wanted.decidedOn(), standing.file().receivedOn(), standing.today());
        if (wanted.ground() == ExceptionGround.NO_RESPONSE) {
            requireEfforts(asked(standing.file().id(), wanted.requestId()), wanted);
        }
    }

    private static void requireGround(ExceptionRequest wanted) {
        if (!wanted.ground().fits(wanted.kind())) {
            throw refused("consent.ground-not-for-kind", "Law does not know this ground for this kind of consent.")
                    .field("/ground", "not-for-kind", "Of another kind of consent.")
                    .citing(wanted.ground().citation());
        }
        var document = wanted.documentReference();
        if (wanted.ground().needsDocument() && (document == null || document.isBlank())) {
            throw refused("consent.document-missing", "An order, agreement or decision is named by where it is filed.")
                    .field("/documentReference", "missing", "Needed with this ground.")
                    .citing(wanted.ground().citation());
        }
        if (wanted.requestId() != null && wanted.ground() != ExceptionGround.NO_RESPONSE) {
            throw refused("consent.request-misplaced", "Only missing answers rest on a request.")
                    .field("/requestId", "misplaced", "With NO_RESPONSE only.");
        }
    }

    private static void requireDate(LocalDate decidedOn, LocalDate earliest, LocalDate latest) {
        if (decidedOn.isBefore(earliest) || decidedOn.isAfter(latest)) {
            var detail = "It is dated between what came before, %s, and today, %s.".formatted(earliest, latest);
            throw refused("consent.dates-out-of-order", detail).field("/decidedOn", "out-of-order", detail);
        }
    }

    private AskedConsent asked(UUID caseId, @Nullable UUID requestId) {
        if (requestId == null) {
            throw undocumented("Name the request that had no answer.");
        }
        return requests.find(caseId, requestId)
                .orElseThrow(() -> undocumented("There is no such request in this case."));
    }

    /** How many attempts are reasonable, law does not say: the district judges, on what is documented. */
    private static void requireEfforts(AskedConsent asked, ExceptionRequest wanted) {
        if (asked.kind() != wanted.kind() || !asked.isOpen()) {
            throw undocumented("The request is of another kind, or is answered.");
        }
        if (asked.attempts().isEmpty()) {
            throw undocumented("No call, letter or visit is logged for the request.");
        }
        if (wanted.decidedOn().isBefore(asked.attempts().getLast().madeOn())) {
            throw undocumented("The last attempt is dated after the decision to go on.");
        }
    }

    private static ProblemException undocumented(String detail) {
        return refused("consent.efforts-undocumented", detail)
                .field("/requestId", "efforts-undocumented", detail)
                .citing("34 CFR 300.300(c)(2)(i), (d)(5), 300.322(d)");
    }

    private static ProblemException refused(String code, String detail) {
        return ProblemException.unprocessable(code, detail);
    }
}
