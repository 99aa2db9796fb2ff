package org.schoolcase.cases.consent;

import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;

/** The gate of special education services: consent in force, which nothing takes the place of (34 CFR 300.300(b)(3)-(4)). */
public final class ServicesConsent {

    private ServicesConsent() {}

    /** Open while consent for services is in force. */
    public static Gate gate(Standing standing) {
        return standing.consentInForce(ConsentKind.SERVICES)
                ? Gate.open()
                : Gate.shut(
                                "consent.missing",
                                "No consent for services is in force; neither silence nor refusal can"
                                        + " be overridden.")
                        .citing(ConsentKind.SERVICES.citation());
    }
}
