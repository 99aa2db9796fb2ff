package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.local.Api.Answer;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;

/** What a district keeps of its student in all services, and where it is found. */
final class KnownEverywhere {

    private static final Map<Service, String> KEPT = Map.of(
            Service.STUDENT, "student",
            Service.CASE, "case_file",
            Service.REFERRAL, "disclosure_consent",
            Service.NOTIFICATION, "message");

    private final StateDistrict home;
    private final Map<Service, String> things = new HashMap<>();
    private String referral = "";

    KnownEverywhere(StateDistrict home) {
        this.home = home;
    }

    /** The student gets a case with a consent, and a referral that an agency has accepted; people are written to. */
    void withAReferral() {
        var opened = openCase(home.person("student"));
        taken(
                Service.CASE,
                "/v1/cases/" + opened + "/consents",
                new Papers(home).answer("GIVEN", home.today(), home.today()));
        taken(Service.REFERRAL, "/v1/disclosure-consents", Json.of("""
                {"studentId": "%s", "agencyId": "%s", "guardianId": "%s", "purpose": "Counseling", "fields": ["NAME", "REASON"],
                 "signedOn": "%s", "validUntil": "%s", "decision": "GIVEN"}""".formatted(
                        home.person("student"),
                        DemoWorld.HARBOR.id(),
                        home.person("guardian"),
                        home.today(),
                        home.today().plusMonths(6))));
        var drafted = taken(Service.REFERRAL, "/v1/referrals", Json.of("""
                {"caseId": "%s", "serviceId": "%s", "reason": "Asks for counseling.", "urgency": "ROUTINE",
                 "fields": ["NAME", "REASON"]}""".formatted(
                        opened, DemoWorld.HARBOR.offer().id())));
        referral = "/v1/referrals/" + drafted.text("id");
        home.world()
                .api()
                .postStep(Service.REFERRAL, referral + "/sending", home.token("case-manager"), drafted.etag())
                .expect(200);
        accepted("/v1/agency" + referral.substring("/v1".length()));
        things.put(Service.STUDENT, "/v1/students/" + home.person("student"));
        things.put(Service.CASE, "/v1/cases/" + opened);
        things.put(Service.REFERRAL, referral);
        KEPT.forEach((service, table) -> await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(
                        tablesNaming(service, home.person("student").toString()))
                .as("%s", service)
                .contains(table)));
    }

    /** The id of a case that is opened. */
    String openCase(UUID student) {
        return taken(Service.CASE, "/v1/cases", Json.of("""
                {"studentId": "%s", "source": "STAFF", "reason": "Reads far below grade.", "barriers": ["ACADEMIC"],
                 "receivedOn": "%s"}""".formatted(
                                student, home.today().minusDays(3))))
                .text("id");
    }

    /** The tables of a service, as its schema lists them, with rows of the district in which the words stand, whatever the column. */
    List<String> tablesNaming(Service service, String words) {
        return home.world()
                .query(service, String.class, """
                SELECT c.relname::text FROM pg_class c
                 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                   AND (xpath('/row/c/text()', query_to_xml(format(
                        'SELECT count(*) AS c FROM %%I t WHERE t::text LIKE %%L AND t::text LIKE %%L',
                        c.relname, '%%%s%%', '%%%s%%'), false, true, '')))[1]::text::bigint > 0""".formatted(home.district().id(), words));
    }

    /** Nobody gets the student, the case or the referral any more. */
    void assertUnknown() {
        things.forEach((service, path) -> {
            for (var role : List.of("district-admin", "coordinator")) {
                assertThat(home.world()
                                .api()
                                .get(service, path, home.token(role))
                                .status())
                        .as("%s %s", role, path)
                        .isIn(403, 404);
            }
        });
        assertThat(home.world()
                        .api()
                        .get(
                                Service.REFERRAL,
                                "/v1/agency" + referral.substring("/v1".length()),
                                home.world().tokens().agency(DemoWorld.HARBOR))
                        .status())
                .isEqualTo(404);
    }

    private void accepted(String path) {
        var agency = home.world().tokens().agency(DemoWorld.HARBOR);
        var seen = home.world().api().get(Service.REFERRAL, path, agency).expect(200);
        home.world()
                .api()
                .postStep(Service.REFERRAL, path + "/acceptance", agency, seen.etag())
                .expect(200, 201);
    }

    /** Once the service has heard of whom the request names. */
    private Answer taken(Service service, String path, JsonNode body) {
        var token = home.token("case-manager");
        return await().atMost(RunningSuite.PATIENCE)
                .until(
                        () -> home.world().api().post(service, path, token, body),
                        answer -> answer.status() != 404 && answer.status() != 422)
                .expect(201);
    }
}
