package org.schoolcase.local;

import static org.schoolcase.local.DemoWorld.HARBOR;
import static org.schoolcase.local.DemoWorld.MULBERRY;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The request bodies of the story, as plain JSON values. */
final class StoryRequests {
    static final String GUARDIAN_EMAIL = "marisol.pumpernickel@sample.example";

    private static final List<String> SHARED = List.of("NAME", "GRADE", "LANGUAGE", "GUARDIAN_CONTACT", "REASON");

    private StoryRequests() {}

    static Map<String, Object> search(String letters) {
        return Map.of("text", letters, "limit", 5);
    }

    /** The demo's guardian; her {@code sourcedId} makes the id that her token names. */
    static Map<String, Object> guardian() {
        Map<String, Object> body = new TreeMap<>();
        body.put("relation", "MOTHER");
        body.put("givenName", "Marisol");
        body.put("familyName", "Pumpernickel");
        body.put("language", "es");
        body.put("email", GUARDIAN_EMAIL);
        body.put("educationalRights", true);
        body.put("mayContact", true);
        body.put("sourcedId", "demo-guardian");
        return body;
    }

    static Map<String, Object> openCase(UUID student) {
        Map<String, Object> body = new TreeMap<>();
        body.put("studentId", student);
        body.put("source", "STAFF");
        body.put("reason", "Reads well below grade level after two terms of small-group support.");
        body.put("barriers", List.of("ACADEMIC", "FAMILY"));
        body.put("receivedOn", today().minusDays(3).toString());
        return body;
    }

    static Map<String, Object> evaluationConsent(UUID guardian) {
        Map<String, Object> body = new TreeMap<>();
        body.put("kind", "EVALUATION");
        body.put("decision", "GIVEN");
        body.put("guardianId", guardian);
        body.put("scope", "Full individual evaluation: reading and language.");
        body.put("language", "es");
        body.put("method", "PAPER");
        body.put("signedOn", today().toString());
        body.put("receivedOn", today().toString());
        return body;
    }

    static Map<String, Object> disclosureConsent(UUID student, UUID guardian) {
        Map<String, Object> body = new TreeMap<>();
        body.put("studentId", student);
        body.put("agencyId", HARBOR.id());
        body.put("guardianId", guardian);
        body.put("purpose", "Counseling for the family");
        body.put("fields", SHARED);
        body.put("signedOn", today().toString());
        body.put("validUntil", today().plusMonths(6).toString());
        body.put("decision", "GIVEN");
        return body;
    }

    static Map<String, Object> referral(UUID caseId) {
        Map<String, Object> body = new TreeMap<>();
        body.put("caseId", caseId);
        body.put("serviceId", HARBOR.offer().id());
        body.put("reason", "Family asks for counseling after a move.");
        body.put("urgency", "ROUTINE");
        body.put("fields", SHARED);
        return body;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of(MULBERRY.timeZone()));
    }
}
