package org.schoolcase.local;

import static org.schoolcase.local.DemoWorld.HARBOR;
import static org.schoolcase.local.DemoWorld.MULBERRY;
import static org.schoolcase.local.Service.CASE;
import static org.schoolcase.local.Service.REFERRAL;
import static org.schoolcase.local.Service.STUDENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The path from a roster to an agency and a mail, each step by the right person or machine, all through the APIs.
 *
 * <p>It can be run again: each run takes the next student who has no open case.
 */
public final class Story {
    /** Pupils of the teacher's classes whose names occur once; a few letters of each find him. */
    private static final List<String> STUDENTS = List.of(
            "pumpernick",
            "delphine fiddle",
            "keiko tumble",
            "isadora living",
            "imani vander",
            "cyrus kindle",
            "jasper jams",
            "ingrid tumble",
            "noor gumb",
            "maya lantern",
            "keiko apples",
            "dev butterc");

    private final Api api;
    private final Tokens tokens;
    private final DemoData data;
    private final Narrator narrator;
    private final Aftermath aftermath;

    public Story(Suite suite, Appendable out) {
        this.api = new Api(suite);
        this.tokens = new Tokens(suite);
        this.data = new DemoData(suite, api, tokens);
        this.narrator = new Narrator(out);
        this.aftermath = new Aftermath(suite, api, tokens, narrator);
    }

    /**
     * What the story made.
     *
     * @param importReport the finished import, with its warnings
     * @param deadlines the deadlines of the case after the consent
     * @param agencyView the referral as the agency sees it
     */
    public record Result(
            UUID studentId,
            UUID guardianId,
            UUID caseId,
            UUID consentId,
            UUID referralId,
            JsonNode importReport,
            JsonNode deadlines,
            JsonNode agencyView,
            Aftermath.Told told) {}

    /** Runs all steps; the first answer that is not as it should be ends it. */
    public Result run() {
        JsonNode report = importRoster();
        Opened opened = addGuardianAndOpenCase();
        UUID consent = recordConsent(opened);
        JsonNode deadlines = seeDeadlines(opened);
        UUID referral = sendReferral(opened);
        JsonNode agencyView = agencyAccepts(referral);
        Aftermath.Told told =
                aftermath.prove(opened.student(), opened.caseId(), referral, StoryRequests.GUARDIAN_EMAIL);
        return new Result(
                opened.student(),
                opened.guardian(),
                opened.caseId(),
                consent,
                referral,
                report,
                deadlines,
                agencyView,
                told);
    }

    private JsonNode importRoster() {
        narrator.step("The student information system (sis-sync) imports the roster of " + MULBERRY.name());
        JsonNode report = data.importRoster(MULBERRY);
        narrator.note("POST /v1/roster-imports, then GET /v1/roster-imports/{id} until it has ended: " + report);
        Api.Answer findings = api.get(
                STUDENT,
                "/v1/roster-imports/" + report.path("id").asText() + "/findings?limit=5",
                tokens.sisSync(MULBERRY));
        narrator.shows(findings.expect(200), findings.body().path("items").toString());
        return report;
    }

    private Opened addGuardianAndOpenCase() {
        for (String letters : STUDENTS) {
            UUID student = find("school-admin", letters, false);
            if (!hasOpenCase(student)) {
                UUID guardian = addGuardian(student, letters);
                find("case-manager", letters, true);
                return new Opened(student, guardian, openCase(student));
            }
        }
        throw new LaunchException("all students of the story have open cases; start again with --fresh");
    }

    private UUID find(String user, String letters, boolean told) {
        Api.Answer found = api.post(
                        STUDENT, "/v1/students/search", tokens.person(MULBERRY, user), StoryRequests.search(letters))
                .expect(200);
        JsonNode first = found.body().path("items").path(0);
        if (told) {
            narrator.step("The case manager finds the student by \"" + letters + "\"");
            narrator.shows(found, first.toString());
        }
        return uuid(first.path("id"), "a student found by " + letters);
    }

    private boolean hasOpenCase(UUID student) {
        Api.Answer cases =
                api.get(CASE, "/v1/cases?status=OPEN&studentId=" + student, tokens.person(MULBERRY, "coordinator"));
        return !cases.expect(200).body().path("items").isEmpty();
    }

    private UUID addGuardian(UUID student, String letters) {
        narrator.step("The school admin adds a guardian with language and educational rights to \"" + letters + "\"");
        String path = "/v1/students/" + student + "/guardians";
        String token = tokens.person(MULBERRY, "school-admin");
        Api.Answer added =
                api.post(STUDENT, path, token, StoryRequests.guardian()).expect(201, 409);
        narrator.shows(added, added.body().toString());
        JsonNode known = added.status() == 201
                ? added.body()
                : api.get(STUDENT, path, token).expect(200).body().path("items").path(0);
        return uuid(known.path("id"), "the guardian");
    }

    private UUID openCase(UUID student) {
        narrator.step("The case manager opens a case with the reason and the barriers");
        Api.Answer opened =
                eventually(() -> api.post(CASE, "/v1/cases", caseManager(), StoryRequests.openCase(student)));
        narrator.shows(opened.expect(201), opened.body().toString());
        return uuid(opened.body().path("id"), "the case");
    }

    private UUID recordConsent(Opened opened) {
        narrator.step("The case manager records the guardian's consent for evaluation");
        String path = "/v1/cases/" + opened.caseId() + "/consents";
        Api.Answer recorded = eventually(
                () -> api.post(CASE, path, caseManager(), StoryRequests.evaluationConsent(opened.guardian())));
        narrator.shows(recorded.expect(201), recorded.body().toString());
        return uuid(recorded.body().path("id"), "the consent");
    }

    private JsonNode seeDeadlines(Opened opened) {
        narrator.step("The case manager sees the evaluation deadline with its citation and the trace of the count");
        Api.Answer deadlines = api.get(CASE, "/v1/cases/" + opened.caseId() + "/deadlines", caseManager());
        narrator.shows(deadlines.expect(200), deadlines.body().toString());
        return deadlines.body();
    }

    private UUID sendReferral(Opened opened) {
        narrator.step("The case manager records the consent to disclose and sends a referral to " + HARBOR.name());
        Map<String, Object> consent = StoryRequests.disclosureConsent(opened.student(), opened.guardian());
        Api.Answer signed = eventually(() -> api.post(REFERRAL, "/v1/disclosure-consents", caseManager(), consent));
        narrator.shows(signed.expect(201), signed.body().toString());
        Map<String, Object> referral = StoryRequests.referral(opened.caseId());
        Api.Answer drafted = eventually(() -> api.post(REFERRAL, "/v1/referrals", caseManager(), referral));
        narrator.shows(drafted.expect(201), drafted.body().toString());
        UUID id = uuid(drafted.body().path("id"), "the referral");
        Api.Answer sent = api.postStep(REFERRAL, "/v1/referrals/" + id + "/sending", caseManager(), drafted.etag());
        narrator.shows(sent.expect(200), "state " + sent.text("state"));
        return id;
    }

    private JsonNode agencyAccepts(UUID referral) {
        narrator.step(
                HARBOR.name() + " (its own client) sees exactly this referral with the agreed fields, and accepts it");
        String token = tokens.agency(HARBOR);
        Api.Answer list =
                api.get(REFERRAL, "/v1/agency/referrals?limit=5", token).expect(200);
        narrator.shows(list, list.body().path("items").size() + " on the page");
        Api.Answer seen = api.get(REFERRAL, "/v1/agency/referrals/" + referral, token);
        narrator.shows(seen.expect(200), seen.body().toString());
        String acceptance = "/v1/agency/referrals/" + referral + "/acceptance";
        Api.Answer accepted = api.postStep(REFERRAL, acceptance, token, seen.etag());
        narrator.shows(accepted.expect(200, 201), "state " + accepted.text("state"));
        return seen.body();
    }

    /** Asks again while the service has not yet heard of something through events, for ten seconds at most. */
    private static Api.Answer eventually(Supplier<Api.Answer> request) {
        Api.Answer[] last = {request.get()};
        if (last[0].status() != 404 && last[0].status() != 422) {
            return last[0];
        }
        Await.until(last[0].request() + " (answered " + last[0].body() + ")", Duration.ofSeconds(30), () -> {
            last[0] = request.get();
            return last[0].status() != 404 && last[0].status() != 422;
        });
        return last[0];
    }

    private String caseManager() {
        return tokens.person(MULBERRY, "case-manager");
    }

    static UUID uuid(JsonNode id, String what) {
        if (!id.isTextual()) {
            throw new LaunchException(what + " was expected, but there is none");
        }
        return UUID.fromString(id.asText());
    }

    private record Opened(UUID student, UUID guardian, UUID caseId) {}
}
