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
    SERVICES_CONSENT_REVOKED("Consent for services revoked", "Consentimiento para los servicios revocado"),
    EXISTING_DATA_REVIEWED(
            "Existing data reviewed; evaluation begun", "Datos existentes revisados; evaluación iniciada"),
    NO_MORE_DATA_TOLD(
            "Parent told that no more data are needed", "Se informó al padre o madre que no se necesitan más datos"),
    EVALUATION_PLANNED("Evaluation planned", "Evaluación planificada"),
    AREA_EVALUATED("One area of the evaluation done", "Un área de la evaluación terminada"),
    EVALUATION_REPORTED("Evaluation report completed", "Informe de evaluación terminado"),
    REEVALUATION_REPORTED("Reevaluation report completed", "Informe de reevaluación terminado"),
    REPORT_GIVEN_TO_PARENT("Evaluation report given to the parent", "Informe de evaluación entregado al padre o madre"),
    ELIGIBILITY_FOUND("Found eligible", "Se determinó elegible"),
    ELIGIBILITY_CONTINUED("Found still eligible", "Sigue siendo elegible"),
    ELIGIBILITY_NOT_FOUND("Found not eligible", "Se determinó no elegible"),
    REEVALUATION_COUNTED(
            "Next reevaluation counted from this evaluation", "Próxima reevaluación contada desde esta evaluación"),
    DETERMINATION_GIVEN_TO_PARENT(
            "Determination of eligibility given to the parent",
            "Determinación de elegibilidad entregada al padre o madre"),
    REEVALUATION_PROPOSED(
            "Reevaluation proposed by prior written notice", "Reevaluación propuesta por aviso previo por escrito"),
    REEVALUATION_REQUESTED("Reevaluation asked for", "Reevaluación solicitada"),
    REEVALUATION_WAIVED("Reevaluation agreed to be unnecessary", "Se acordó que la reevaluación no es necesaria"),
    SPECIAL_EDUCATION_ENDED("Special education ended", "La educación especial terminó"),
    INDEPENDENT_EVALUATION_REQUESTED(
            "Independent evaluation at public expense asked for",
            "Evaluación independiente con fondos públicos solicitada"),
    INDEPENDENT_EVALUATION_ANNOUNCED(
            "Parent tells of an independent evaluation", "El padre o madre informa de una evaluación independiente"),
    INDEPENDENT_EVALUATION_ANSWERED(
            "Request for an independent evaluation answered", "Solicitud de evaluación independiente respondida"),
    INDEPENDENT_EVALUATION_RECEIVED(
            "Results of an independent evaluation received", "Resultados de una evaluación independiente recibidos"),
    INDEPENDENT_EVALUATION_CONSIDERED("Independent evaluation considered", "Evaluación independiente considerada"),
    CONSENT_EXCEPTION_WITHDRAWN(
            "Withdrew why the evaluation might go on without consent",
            "Se retiró el motivo por el que la evaluación podía continuar sin consentimiento"),
    REFERRAL_MEETING_HELD("Meeting about the referral held", "Reunión sobre la remisión celebrada"),
    ASSESSMENT_PLAN_RECEIVED(
            "Parent received the proposed assessment plan", "El padre o madre recibió el plan de evaluación propuesto"),
    STUDENT_ENROLLED("Student enrolled at another school", "El estudiante se inscribió en otra escuela"),
    ENROLLED_DURING_EVALUATION(
            "Enrolled while the evaluation was under way", "Se inscribió mientras la evaluación estaba en curso"),
    STUDENT_ENROLLED_ELSEWHERE("Student goes to a school elsewhere", "El estudiante pasa a una escuela de otro lugar");

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
