package org.schoolcase.cases.happening;

/** What can happen in a case, in words for people; {@link KindInLaw} says what it is in law. */
public enum Kind {
    CASE_OPENED("Referral received and case opened", "Remisión recibida y caso abierto"),
    CASE_CLOSED("Case closed", "Caso cerrado"),
    CONSENT_REQUESTED("Consent asked for", "Consentimiento solicitado"),
    EVALUATION_CONSENT_GIVEN("Consent for evaluation received", "Consentimiento para la evaluación recibido"),
    REEVALUATION_CONSENT_GIVEN("Consent for reevaluation received", "Consentimiento para la reevaluación recibido"),
    SERVICES_CONSENT_GIVEN("Consent for services received", "Consentimiento para los servicios recibido"),
    CONSENT_GIVEN("Consent received", "Consentimiento recibido"),
    CONSENT_REFUSED("Consent refused", "Consentimiento rechazado"),
    CONSENT_REVOKED("Consent revoked", "Consentimiento revocado");

    private final String english;
    private final String spanish;

    Kind(String english, String spanish) {
        this.english = english;
        this.spanish = spanish;
    }

    /** The happening in words for people; Spanish for {@code es}, else English. */
    public String words(String language) {
        return language.startsWith("es") ? spanish : english;
    }
}
