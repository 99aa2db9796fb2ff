package org.schoolcase.cases.deadline;

import static org.schoolcase.cases.deadline.LawEvent.*;
import static org.schoolcase.cases.deadline.Step.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the vectors' own words for facts and results are said to the engine. */
final class VectorReading {

    private static final Map<String, LawEvent> EVENTS = Map.ofEntries(
            Map.entry("consentReceived", CONSENT_RECEIVED),
            Map.entry("permissionReceived", CONSENT_RECEIVED),
            Map.entry("consentRequested", CONSENT_REQUESTED),
            Map.entry("referral", WRITTEN_REFERRAL_RECEIVED),
            Map.entry("referralReceived", WRITTEN_REFERRAL_RECEIVED),
            Map.entry("writtenReferral", WRITTEN_REFERRAL_RECEIVED),
            Map.entry("requestReceived", WRITTEN_REFERRAL_RECEIVED),
            Map.entry("eligibilityDetermined", ELIGIBILITY_DETERMINED),
            Map.entry("lastIepMeeting", LAST_IEP_REVIEW),
            Map.entry("lastEvaluationOrReevaluation", LAST_EVALUATION),
            Map.entry("dateOfBirth", BIRTH),
            Map.entry("complaintReceived", COMPLAINT_RECEIVED),
            Map.entry("waivedInWriting", RESOLUTION_WAIVED),
            Map.entry("decisionToChangePlacement", REMOVAL_DECIDED),
            Map.entry("decision", REMOVAL_DECIDED),
            Map.entry("removalStart", REMOVAL_STARTED),
            Map.entry("executed", SETTLEMENT_SIGNED),
            Map.entry("removal", PRIVATE_PLACEMENT),
            Map.entry("finalDecision", FINAL_DECISION),
            Map.entry("knewOrShouldHaveKnown", VIOLATION_KNOWN),
            Map.entry("reportCompleted", EVALUATION_REPORTED),
            Map.entry("noticeReceived", OFFER_NOTICE_RECEIVED));

    /** Results with a name of their own, and the step that gives each. */
    private static final Map<String, Step> RESULTS = Map.ofEntries(
            Map.entry("turns16", TRANSITION_CONTENT),
            Map.entry("rightsTransfer", TRANSFER_OF_RIGHTS),
            Map.entry("statementDue", AGE_OF_MAJORITY_STATEMENT),
            Map.entry("responseDue", DUE_PROCESS_ANSWER),
            Map.entry("sufficiencyChallengeDue", SUFFICIENCY_OBJECTION),
            Map.entry("resolutionMeetingDue", RESOLUTION_MEETING),
            Map.entry("resolutionPeriodEnds", RESOLUTION_PERIOD),
            Map.entry("decisionDue", HEARING_DECISION),
            Map.entry("safeguardsNoticeDue", SAFEGUARDS_NOTICE),
            Map.entry("manifestationDue", MANIFESTATION_DETERMINATION),
            Map.entry("lastAllowedDay", INTERIM_SETTING),
            Map.entry("lastVoidDay", SETTLEMENT_VOID),
            Map.entry("noticeNoLaterThan", PRIVATE_PLACEMENT_NOTICE),
            Map.entry("assessmentsDue", INITIAL_EVALUATION),
            Map.entry("reportDue", INITIAL_EVALUATION),
            Map.entry("eligibilityDue", INITIAL_EVALUATION),
            Map.entry("iepDue", INITIAL_IEP_MEETING),
            Map.entry("meetingDue", ELIGIBILITY_MEETING),
            Map.entry("noticeDue", OFFER_NOTICE),
            Map.entry("startDue", IEP_IMPLEMENTATION));

    /** The step that the plain result "due" is about, by the first of these inputs that is there. */
    private static final Map<LawEvent, Step> DUE = Map.ofEntries(
            Map.entry(REMOVAL_DECIDED, MANIFESTATION_DETERMINATION),
            Map.entry(LAST_IEP_REVIEW, IEP_REVIEW),
            Map.entry(LAST_EVALUATION, REEVALUATION),
            Map.entry(ELIGIBILITY_DETERMINED, INITIAL_IEP_MEETING),
            Map.entry(EVALUATION_REPORTED, INITIAL_IEP_MEETING),
            Map.entry(FINAL_DECISION, CIVIL_ACTION),
            Map.entry(VIOLATION_KNOWN, DUE_PROCESS_FILING),
            Map.entry(RECORDS_REQUESTED, RECORD_ACCESS),
            Map.entry(IEP_MEETING_REQUESTED, IEP_MEETING_ON_REQUEST),
            Map.entry(CONSENT_RECEIVED, INITIAL_EVALUATION),
            Map.entry(WRITTEN_REFERRAL_RECEIVED, RESPONSE_TO_REFERRAL));

    private final JsonNode vector;

    VectorReading(JsonNode vector) {
        this.vector = vector;
    }

    String jurisdiction() {
        var name = vector.path("jurisdiction").asText();
        return name.startsWith("US") ? "US" : "US-" + name;
    }

    Facts facts() {
        var facts = Facts.NONE;
        var inputs = vector.path("inputs");
        for (var input : inputs.properties()) {
            var event = event(input.getKey());
            if (event != null && input.getValue().isTextual()) {
                facts = facts.and(event, LocalDate.parse(input.getValue().asText()));
            }
        }
        facts = facts.absent(inputs.path("absences").asInt());
        if (inputs.path("agreedExtensionTo").isTextual()) {
            facts = facts.agreed(VectorFile.date(inputs, "agreedExtensionTo"), 0);
        }
        if (inputs.path("suspectedCategory").asText().equals("SLD")) {
            facts = facts.under(Circumstance.SPECIFIC_LEARNING_DISABILITY);
        }
        return inputs.path("ageOfMajority").asInt() == 19 ? facts.under(Circumstance.MAJORITY_AT_NINETEEN) : facts;
    }

    /** The step that a result is about; null when the result is no date of a step. */
    @Nullable
    Step step(String result) {
        if (RESULTS.containsKey(result)) {
            return RESULTS.get(result);
        }
        if (!result.equals("due") && !result.equals("actBy") && !result.equals("unextended")) {
            return null;
        }
        var rule = vector.path("rule").asText().toLowerCase(Locale.ROOT);
        if (rule.contains("virginia")
                || jurisdiction().equals("US-VA")
                || jurisdiction().equals("US-NC")
                || jurisdiction().equals("US-CT")) {
            return INITIAL_EVALUATION;
        }
        return DUE.entrySet().stream()
                .filter(it -> facts().dates().containsKey(it.getKey()))
                .sorted(Comparator.comparingInt(it -> order(it.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Consent is later in a case than the referral, and what comes after it later still. */
    private static int order(LawEvent event) {
        return switch (event) {
            case CONSENT_RECEIVED -> 1;
            case WRITTEN_REFERRAL_RECEIVED -> 2;
            default -> 0;
        };
    }

    @Nullable
    private LawEvent event(String input) {
        var rule = vector.path("rule").asText();
        return switch (input) {
            case "request" -> rule.contains("record") ? RECORDS_REQUESTED : WRITTEN_REFERRAL_RECEIVED;
            case "writtenRequest" -> rule.contains("IEP meeting") ? IEP_MEETING_REQUESTED : WRITTEN_REFERRAL_RECEIVED;
            case "iepMeeting" -> rule.contains("record") ? IEP_MEETING_SCHEDULED : IEP_MEETING_HELD;
            default -> EVENTS.get(input);
        };
    }
}
