package org.schoolcase.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.UUID;

/** What is written in the course of a case, as the requests have it. */
record Papers(StateDistrict home) {

    static JsonNode referral(StateDistrict home, LocalDate receivedOn) {
        return Json.of("""
                {"studentId": "%s", "source": "PARENT", "reason": "Reads far below her grade after two terms of help.",
                 "barriers": ["ACADEMIC"], "receivedOn": "%s"}""".formatted(home.person("student"), receivedOn));
    }

    JsonNode decision(LocalDate on) {
        return Json.of("""
                {"decision": "EVALUATE", "reason": "Support alone was not enough.", "decidedOn": "%s"}""".formatted(on));
    }

    JsonNode priorNotice(String decision, LocalDate on) {
        return Json.of("""
                {"kind": "PRIOR_WRITTEN", "decisionId": "%s", "language": "en", "delivery": "MAIL", "givenOn": "%s",
                 "guardianIds": ["%s"],
                 "content": {"action": "A full evaluation", "why": "Reading", "basis": "Progress of two terms",
                   "safeguards": "You have protection", "helpSources": "The parent center", "otherOptions": "To wait",
                   "otherFactors": "None"}}""".formatted(decision, on, guardian()));
    }

    JsonNode safeguards(LocalDate on) {
        return Json.of("""
                {"kind": "SAFEGUARDS", "occasion": "REFERRAL", "language": "en", "delivery": "IN_PERSON", "givenOn": "%s",
                 "guardianIds": ["%s"]}""".formatted(on, guardian()));
    }

    JsonNode request(LocalDate on) {
        return Json.of("""
                {"kind": "EVALUATION", "scope": "Full individual evaluation", "records": ["Hearing test"],
                 "recipients": ["Psychologist"], "language": "en", "askedOf": "%s", "sentBy": "MAIL", "sentOn": "%s"}""".formatted(guardian(), on));
    }

    JsonNode attempt(LocalDate on) {
        return Json.of("""
                {"means": "CALL", "madeOn": "%s", "outcome": "NO_ANSWER", "result": "Rang ten times"}""".formatted(on));
    }

    JsonNode answer(String decision, LocalDate signedOn, LocalDate receivedOn) {
        return Json.of("""
                {"kind": "EVALUATION", "decision": "%s", "guardianId": "%s", "scope": "Reading and speech", "language": "en",
                 "method": "PAPER", "signedOn": "%s", "receivedOn": "%s"}""".formatted(decision, guardian(), signedOn, receivedOn));
    }

    JsonNode revocation(LocalDate on) {
        return Json.of("""
                {"guardianId": "%s", "revokedOn": "%s", "reason": "The family moves"}""".formatted(guardian(), on));
    }

    JsonNode absences(int days) {
        return Json.of("""
                {"dates": [], "absences": %d, "extensionDays": 0, "circumstances": []}""".formatted(days));
    }

    JsonNode review(LocalDate on) {
        return Json.of("""
                {"reviewedOn": "%s", "moreDataNeeded": true, "questions": "Reading and speech", "reviewers": ["%s"],
                 "sources": [{"kind": "PARENT_INFORMATION", "summary": "Late first words"}]}""".formatted(on, assessor()));
    }

    JsonNode plan(LocalDate on) {
        return Json.of("""
                {"plannedOn": "%s", "areas": [
                  {"area": "ACADEMIC", "assessorId": "%2$s", "language": "en",
                   "instruments": [{"name": "Achievement test", "procedure": "STANDARDIZED_TEST"}]},
                  {"area": "COMMUNICATION", "assessorId": "%2$s", "language": "en",
                   "instruments": [{"name": "Parent interview", "procedure": "INTERVIEW"}]}]}""".formatted(on, assessor()));
    }

    /** A summary of adaptive behaviour; how far home and school agree is chosen from a list. */
    JsonNode assessment(LocalDate on, String agreement) {
        return Json.of("""
                {"kind": "ASSESSMENT", "instrument": {"key": "schoolcase.adaptive-behaviour-summary", "version": 1},
                 "purpose": "EVALUATION", "administeredOn": "%s", "language": "en",
                 "assessor": {"staffId": "%s", "credential": {"kind": "School psychologist", "issuer": "State", "number": "77",
                   "expiresOn": "2099-06-30"}},
                 "answers": {"scaleUsed": "A published scale", "informants": [
                     {"role": "PARENT", "setting": "HOME", "language": "en"},
                     {"role": "TEACHER", "setting": "SCHOOL", "language": "en"}],
                   "conceptualDoes": "Tells", "conceptualNeeds": "Money", "socialDoes": "Friends", "socialNeeds": "Turns",
                   "practicalDoes": "Dresses", "practicalNeeds": "Bus", "agreement": "%s",
                   "culturalAndLanguage": "None", "summary": "Near those of classmates."},
                 "scores": [{"scale": "Composite", "norm": {"name": "US", "edition": "3", "year": 2016, "mean": 100, "sd": 15},
                   "standardScore": 78, "interval": {"level": 95, "from": 74, "to": 82}, "percentile": 7}],
                 "attachments": []}""".formatted(on, assessor(), agreement));
    }

    JsonNode completion(LocalDate on) {
        return Json.of("""
                {"completedOn": "%s"}""".formatted(on));
    }

    JsonNode result(String area, LocalDate on, String assessment) {
        return Json.of("""
                {"area": "%s", "completedOn": "%s", "assessedBy": "%s", "assessmentIds": ["%s"], "summary": "Well below age"}""".formatted(area, on, assessor(), assessment));
    }

    JsonNode report(LocalDate on) {
        return Json.of("""
                {"reportedOn": "%s", "authors": ["%s"], "dissents": [],
                 "sections": [{"heading": "Findings", "text": "A weakness in sounds"}]}""".formatted(on, assessor()));
    }

    JsonNode eligible(LocalDate on) {
        return Json.of("""
                {"decidedOn": "%s", "decision": "ELIGIBLE", "primaryCategory": "SPEECH_OR_LANGUAGE_IMPAIRMENT",
                 "secondaryCategories": [], "needsSpecialEducation": true,
                 "determinantFactors": {"lackOfReadingInstruction": false, "lackOfMathInstruction": false, "limitedEnglish": false},
                 "sources": ["APTITUDE_AND_ACHIEVEMENT_TESTS", "PARENT_INPUT"], "rationale": "Sounds are not distinguished",
                 "team": [
                   {"role": "PARENT", "guardianId": "%s", "invited": true, "attended": true, "agrees": true},
                   {"role": "SCHOOL_PSYCHOLOGIST", "staffId": "%s", "invited": true, "attended": true, "agrees": true},
                   {"role": "REGULAR_TEACHER", "staffId": "%s", "invited": true, "attended": true, "agrees": true}]}""".formatted(on, guardian(), assessor(), home.person("teacher")));
    }

    JsonNode member(String person, LocalDate from) {
        return Json.of("""
                {"staffId": "%s", "role": "SPEECH_THERAPIST", "from": "%s"}""".formatted(home.person(person), from));
    }

    private UUID guardian() {
        return home.person("guardian");
    }

    private UUID assessor() {
        return home.person("service-provider");
    }
}
