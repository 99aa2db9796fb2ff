package org.schoolcase.cases.exit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.happening.Happening;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: special education ends, on a basis that law accepts; its clocks end with it. */
@ApplicationScoped
class ExitServices {

    private final Casework casework;
    private final ExitServicesAction action;
    private final Exits exits;
    private final Outbox outbox;

    ExitServices(Casework casework, ExitServicesAction action, Exits exits, Outbox outbox) {
        this.casework = casework;
        this.action = action;
        this.exits = exits;
        this.outbox = outbox;
    }

    @Transactional
    ExitView handle(UUID caseId, ExitRequest request) {
        var standing = casework.pass(caseId, action);
        var file = standing.file();
        casework.requireOrder("/exitedOn", request.exitedOn(), determinedOn(standing), "the determination");
        requireSummary(request, file);
        requireBasis(request.basis(), standing);
        var exit = exits.add(file, request);
        casework.happened(file, Kind.SPECIAL_EDUCATION_ENDED, exit.exitedOn(), exit.id());
        outbox.append(new CaseExited(file.id(), file.studentId(), exit.id(), exit.exitedOn()));
        casework.wrote(
                AuditEntry.of("special-education.exit", "special-education-exit", exit.id())
                        .fields("basis", "exitCode", "exitedOn", "explanation", "summary"),
                file);
        return exit;
    }

    private void requireSummary(ExitRequest request, CaseFile file) {
        var summary = request.summary();
        if (summary != null) {
            casework.requireOrder("/summary/givenOn", summary.givenOn(), file.receivedOn(), "the referral");
        } else if (request.basis().needs() == Basis.Needs.SUMMARY) {
            throw refused(
                    "exit.summary-missing",
                    "/summary",
                    "A student who graduates or ages out is given a summary of performance.",
                    "34 CFR 300.305(e)(3)");
        }
    }

    private static void requireBasis(Basis basis, Standing standing) {
        var found = standing.lastOf(Kind.ELIGIBILITY_FOUND, Kind.ELIGIBILITY_CONTINUED, Kind.ELIGIBILITY_NOT_FOUND);
        if (basis.needs() == Basis.Needs.EVALUATION
                && found.filter(it -> it.kind() == Kind.ELIGIBILITY_NOT_FOUND).isEmpty()) {
            throw refused(
                    "exit.not-evaluated",
                    "/basis",
                    "The student is evaluated before it is found that he is not eligible any more.",
                    "34 CFR 300.305(e)(1)");
        }
        var revoked = standing.happened(Kind.SERVICES_CONSENT_GIVEN) && !standing.consentInForce(ConsentKind.SERVICES);
        if (basis.needs() == Basis.Needs.REVOCATION && !revoked) {
            throw refused(
                    "exit.consent-not-revoked",
                    "/basis",
                    "No consent to services was given and revoked.",
                    "34 CFR 300.300(b)(4)");
        }
    }

    private static LocalDate determinedOn(Standing standing) {
        return standing.lastOf(Kind.ELIGIBILITY_FOUND, Kind.ELIGIBILITY_CONTINUED, Kind.ELIGIBILITY_NOT_FOUND)
                .map(Happening::on)
                .orElseThrow();
    }

    private static ProblemException refused(String code, String pointer, String detail, String citation) {
        return ProblemException.unprocessable(code, detail)
                .field(pointer, "refused", detail)
                .citing(citation);
    }
}
