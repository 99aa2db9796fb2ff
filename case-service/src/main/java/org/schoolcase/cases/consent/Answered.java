package org.schoolcase.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.cases.consent.exception.ConsentExceptions;
import org.schoolcase.cases.consent.request.AskedConsent;
import org.schoolcase.cases.consent.request.AskedConsents;

/** What an answer ends: the request that it answers, and an exception that rested on there being none. */
@ApplicationScoped
class Answered {

    /** The request that a form answers, if there is one. */
    sealed interface Request {
        record Found(UUID id) implements Request {}

        record NotAsked() implements Request {}

        record Mismatch(String detail) implements Request {}
    }

    private final AskedConsents requests;
    private final ConsentExceptions exceptions;

    Answered(AskedConsents requests, ConsentExceptions exceptions) {
        this.requests = requests;
        this.exceptions = exceptions;
    }

    /** The request that the form names; else the newest open one of its kind to its signer, sent before he signed. */
    Request request(UUID caseId, Consent.Form form) {
        if (form.requestId() == null) {
            return requests.open(caseId, form.kind(), form.guardianId())
                    .filter(asked -> !form.signedOn().isBefore(asked.sentOn()))
                    .<Request>map(asked -> new Request.Found(asked.id()))
                    .orElseGet(Request.NotAsked::new);
        }
        return requests.find(caseId, form.requestId())
                .map(asked -> fitting(asked, form))
                .orElseGet(() -> new Request.Mismatch("There is no such request in this case."));
    }

    void answered(Consent consent) {
        exceptions.answered(
                consent.caseId(), consent.kind(), consent.decision() == Consent.Decision.GIVEN, consent.receivedOn());
    }

    private static Request fitting(AskedConsent asked, Consent.Form form) {
        if (asked.kind() != form.kind()) {
            return new Request.Mismatch("The request asks for another kind of consent.");
        }
        if (!asked.isOpen()) {
            return new Request.Mismatch("The request is answered already.");
        }
        if (form.signedOn().isBefore(asked.sentOn())) {
            return new Request.Mismatch("Signed before it was asked for, " + asked.sentOn() + ".");
        }
        return new Request.Found(asked.id());
    }
}
