package org.schoolcase.cases.consent.request;

import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.cases.intake.ReferralGates;

/** Policy: consent is asked for after a decision, and after the notices about it (34 CFR 300.300(a)(1)(i), 300.503, 300.504). */
final class NoticeBeforeConsent {

    private NoticeBeforeConsent() {}

    static Gate gate(Standing standing, ConsentKind kind) {
        if (standing.consentInForce(kind)) {
            return Gate.shut("consent.already-in-force", "A consent of this kind is in force; revoke it first.");
        }
        return switch (kind) {
            case EVALUATION ->
                ReferralGates.accepted(standing)
                        .and(noticeSince(standing, Kind.REFERRAL_ACCEPTED_FOR_EVALUATION))
                        .and(safeguards(standing));
            case REEVALUATION, SERVICES ->
                noticeSince(standing, Kind.EVALUATION_CONSENT_GIVEN)
                        .and(noticeSince(standing, Kind.REEVALUATION_CONSENT_GIVEN));
            case PUBLIC_INSURANCE, TRANSITION_AGENCY, PRIVATE_SCHOOL_EXCHANGE -> Gate.open();
        };
    }

    private static Gate noticeSince(Standing standing, Kind since) {
        return standing.happenedSince(Kind.PRIOR_NOTICE_GIVEN, since)
                ? Gate.open()
                : Gate.shut("consent.notice-missing", "Prior written notice of what is proposed comes first.")
                        .citing("34 CFR 300.300(a)(1)(i), 300.503(a)");
    }

    private static Gate safeguards(Standing standing) {
        return standing.happened(Kind.SAFEGUARDS_NOTICE_GIVEN)
                ? Gate.open()
                : Gate.shut("consent.safeguards-missing", "The procedural safeguards notice comes first.")
                        .citing("34 CFR 300.300(a)(1)(i), 300.504(a)(1)");
    }
}
