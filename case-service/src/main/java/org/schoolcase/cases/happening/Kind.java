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
    CONSENT_REVOKED("Consent revoked", "Consentimiento revocado"),
    COMMUNICATION_LOGGED("Contact logged", "Contacto registrado"),
    ASSESSMENT_COMPLETED("Assessment completed", "Evaluación individual completada"),
    SCREENING_COMPLETED("Screening completed", "Tamizaje completado"),
    INTERVIEW_COMPLETED("Interview completed", "Entrevista completada"),
    OBSERVATION_COMPLETED("Observation completed", "Observación completada"),
    TEAM_MEMBER_ADDED("Somebody joined the team", "Alguien se unió al equipo"),
    TEAM_MEMBERSHIP_ENDED("Somebody left the team", "Alguien dejó el equipo"),
    CASE_HANDED_OVER("Case handed over to another person", "Caso entregado a otra persona"),
    TASK_ADDED("Task given", "Tarea asignada"),
    TASK_DONE("Task done", "Tarea terminada"),
    TASK_CANCELLED("Task cancelled", "Tarea cancelada"),
    REFERRAL_ACCEPTED_FOR_EVALUATION("Decided to evaluate", "Se decidió evaluar"),
    REFERRAL_REFUSED("Referral refused", "Remisión rechazada"),
    SUPPORT_DECIDED("Decided to support without evaluating", "Se decidió dar apoyo sin evaluar"),
    SUPPORT_DECIDED_ON_REQUEST(
            "Decided to support in place of the evaluation asked for",
            "Se decidió dar apoyo en lugar de la evaluación solicitada"),
    PRIOR_NOTICE_GIVEN("Prior written notice given", "Aviso previo por escrito entregado"),
    SAFEGUARDS_NOTICE_GIVEN("Procedural safeguards given", "Garantías procesales entregadas"),
    OTHER_CONSENT_REQUESTED("Consent asked for", "Consentimiento solicitado"),
    CONSENT_ATTEMPT_MADE(
            "Tried to get an answer about consent", "Intento de obtener respuesta sobre el consentimiento"),
    CONSENT_EXCEPTION_RECORDED(
            "Recorded why the evaluation may go on without consent",
            "Se registró por qué la evaluación puede continuar sin consentimiento"),
    SERVICES_CONSENT_REVOKED("Consent for services revoked", "Consentimiento para los servicios revocado");

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
