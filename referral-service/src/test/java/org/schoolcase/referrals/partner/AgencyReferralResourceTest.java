package org.schoolcase.referrals.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.referrals.World;
import org.schoolcase.referrals.casefile.CaseFeed;
import org.schoolcase.referrals.student.StudentFeed;

@QuarkusTest
class AgencyReferralResourceTest {

    private static final int AT_ONCE = 50;
    private static final List<String> FIELDS = List.of("NAME", "GRADE");

    @Inject
    StudentFeed students;

    @Inject
    CaseFeed cases;

    private World world;

    @BeforeEach
    void aWorld() {
        world = World.create(students, cases);
    }

    @Test
    void acceptsAndIsRememberedInTheDistrictThatSent() {
        var referral = world.sent(FIELDS);

        world.accept(referral)
                .statusCode(200)
                .header("ETag", equalTo("\"v2\""))
                .body("state", equalTo("ACCEPTED"))
                .body("districtId", equalTo(world.district.id().toString()));

        var told = OutboxProbe.of(world.district).getLast();
        assertThat(told.type()).isEqualTo("org.schoolcase.referral.accepted.v1");
        assertThat(told.key()).isEqualTo(referral.toString());
        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("referral.accepted");
            assertThat(entry.actor()).endsWith("agency-" + world.agency);
        });
        World.get(world.managerToken(), "/v1/referrals/" + referral)
                .body("state", equalTo("ACCEPTED"))
                .body("steps.to", contains("DRAFT", "SENT", "ACCEPTED"));
    }

    @Test
    void ofFiftyAnswersAtOnceExactlyOneSucceeds() throws Exception {
        var referral = world.sent(FIELDS);
        var token = world.agencyToken();
        Callable<ValidatableResponse> accept =
                () -> World.post(token, "/v1/agency/referrals/" + referral + "/acceptance");

        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(_ -> accept).toList());
            int accepted = 0;
            for (var answer : answers) {
                var status = answer.get().extract().statusCode();
                if (status == 200) {
                    accepted++;
                } else {
                    answer.get().statusCode(409).body("state", equalTo("ACCEPTED"));
                }
            }
            assertThat(accepted).isEqualTo(1);
        }
        assertThat(OutboxProbe.types(world.district))
                .filteredOn("org.schoolcase.referral.accepted.v1"::equals)
                .hasSize(1);
        World.get(world.managerToken(), "/v1/referrals/" + referral).body("steps", hasSize(3));
    }

    @Test
    void declinesWithAReason() {
        var referral = world.sent(FIELDS);

        answer(referral, "decline", Map.of("reasonCode", "BECAUSE")).statusCode(400);
        answer(referral, "decline", Map.of()).statusCode(400).body("errors[0].pointer", equalTo("/reasonCode"));
        answer(referral, "decline", Map.of("reasonCode", "NO_CAPACITY", "note", "In March"))
                .statusCode(200)
                .body("state", equalTo("DECLINED"));
        world.accept(referral).statusCode(409).body("state", equalTo("DECLINED"));

        var told = OutboxProbe.of(world.district).getLast();
        assertThat(told.type()).isEqualTo("org.schoolcase.referral.declined.v1");
        assertThat(String.valueOf(told.data())).contains("NO_CAPACITY").doesNotContain("March");
    }

    @Test
    void completesWhatItAcceptedEvenWhenTheSchoolAskedForTheEnd() {
        var referral = world.sent(FIELDS);
        world.accept(referral);
        world.cancel(referral);

        answer(referral, "completion", Map.of("outcomeCode", "NEED_MET"))
                .statusCode(200)
                .body("state", equalTo("COMPLETED"));
        World.post(world.agencyToken(), "/v1/agency/referrals/" + referral + "/cancellation-confirmation")
                .statusCode(409);
    }

    @Test
    void confirmsTheEndThatTheSchoolAskedFor() {
        var referral = world.sent(FIELDS);
        var confirmation = "/v1/agency/referrals/" + referral + "/cancellation-confirmation";
        World.post(world.agencyToken(), confirmation).statusCode(409);
        world.accept(referral);
        world.cancel(referral);

        World.post(world.agencyToken(), confirmation).statusCode(200).body("state", equalTo("CANCELLED"));
        assertThat(OutboxProbe.types(world.district)).endsWith("org.schoolcase.referral.cancelled.v1");
    }

    @Test
    void doesNotExistForAnotherAgencyNorForADistrict() {
        var referral = world.sent(FIELDS);
        var another = TestDistrict.agencyToken(UUID.randomUUID());
        var unknown = World.get(another, "/v1/agency/referrals/" + UUID.randomUUID())
                .statusCode(404)
                .extract()
                .asString();

        assertThat(body(World.get(another, "/v1/agency/referrals/" + referral))).isEqualTo(unknown);
        assertThat(body(World.post(another, "/v1/agency/referrals/" + referral + "/acceptance")))
                .isEqualTo(unknown);
        assertThat(body(World.post(
                        another, "/v1/agency/referrals/" + referral + "/decline", Map.of("reasonCode", "OTHER"))))
                .isEqualTo(unknown);
        World.get(another, "/v1/agency/referrals").statusCode(200).body("items", hasSize(0));
        World.get(world.managerToken(), "/v1/agency/referrals/" + referral).statusCode(403);
        World.get(world.agencyToken(), "/v1/referrals/" + referral).statusCode(403);
        World.get(
                        world.district
                                .token(Role.AGENCY)
                                .claim("agency_id", world.agency.toString())
                                .sign(),
                        "/v1/agency/referrals/" + referral)
                .statusCode(403);
        world.accept(referral).statusCode(200);
    }

    @Test
    void listsWhatWasSentToItInEveryDistrict() {
        var other = World.sharing(world.agency, world.service, students, cases);
        var here = world.sent(FIELDS);
        var there = other.sent(FIELDS);
        var draft = other.draft(FIELDS);
        var takenBack = world.draft(FIELDS);
        world.cancel(takenBack).statusCode(200);

        var first = World.get(world.agencyToken(), "/v1/agency/referrals?limit=1")
                .statusCode(200)
                .body("items.id", contains(there.toString()))
                .body("items[0].studentId", nullValue())
                .extract()
                .<String>path("next");
        World.get(world.agencyToken(), "/v1/agency/referrals?limit=1&cursor=" + first)
                .body("items.id", contains(here.toString()))
                .body("items[0].districtId", equalTo(world.district.id().toString()))
                .body("next", nullValue());
        World.get(world.agencyToken(), "/v1/agency/referrals")
                .body("items.id", not(hasItem(draft.toString())))
                .body("items.id", not(hasItem(takenBack.toString())));
        world.readAsAgency(takenBack).statusCode(404);
        World.get(world.agencyToken(), "/v1/agency/referrals?state=ACCEPTED").body("items", hasSize(0));
    }

    private ValidatableResponse answer(UUID referral, String verb, Object body) {
        return World.post(world.agencyToken(), "/v1/agency/referrals/" + referral + "/" + verb, body);
    }

    private static String body(ValidatableResponse response) {
        return response.statusCode(404).extract().asString();
    }
}
