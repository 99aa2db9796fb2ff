package org.schoolcase.cases.consent;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Paperwork;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

/** Whose signature counts on which day. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class SignerTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private UUID caseId;
    private LocalDate changed;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
        changed = world.today.minusDays(5);
    }

    @Test
    void refusesASignatureOfBeforeTheRightsBegan() {
        hears(Map.of("guardianId", world.guardian, "from", changed.toString()));

        sign(world.guardian, changed.minusDays(1))
                .statusCode(422)
                .body("code", equalTo("consent.signer-without-rights"))
                .body("errors[0].pointer", equalTo("/guardianId"));
        sign(world.guardian, changed).statusCode(201);
    }

    @Test
    void takesASignatureOfBeforeTheRightsEnded() {
        hears(
                Map.of(
                        "guardianId",
                        world.guardianWithoutRights,
                        "to",
                        changed.minusDays(1).toString()),
                Map.of("guardianId", world.guardian, "from", changed.toString()));

        sign(world.guardianWithoutRights, changed).statusCode(422);
        sign(world.guardianWithoutRights, changed.minusDays(1)).statusCode(201);
    }

    @Test
    void letsTheAdultStudentSignOnceTheRightsPassed() {
        sign(null, changed).statusCode(422);
        hears(
                Map.of("guardianId", world.guardian, "to", changed.minusDays(1).toString()),
                Map.of("from", changed.toString()));

        sign(world.guardian, changed).statusCode(422);
        sign(null, changed.minusDays(1)).statusCode(422);
        String id = sign(null, changed)
                .statusCode(201)
                .body("guardianId", nullValue())
                .extract()
                .path("id");
        new Paperwork(world, caseId)
                .revoke(id, world.today, "")
                .statusCode(422)
                .body("code", equalTo("consent.signer-without-rights"));
        new Paperwork(world, caseId)
                .post("consents/" + id + "/revocation", "{\"revokedOn\": \"%s\"}".formatted(world.today))
                .statusCode(201)
                .body("revokedBy", nullValue());
    }

    @Test
    void revokesServicesInWritingAndThenOwesNotice() {
        var paper = new Paperwork(world, caseId);
        String id = world.consent(caseId, "SERVICES", "GIVEN", world.guardian, changed)
                .statusCode(201)
                .extract()
                .path("id");

        paper.revoke(id, world.today, "")
                .statusCode(422)
                .body("code", equalTo("consent.revocation-not-in-writing"))
                .body("citation", equalTo("34 CFR 300.300(b)(4)"));
        paper.get("deadlines").body("items.step", not(hasItem("PRIOR_WRITTEN_NOTICE")));
        paper.revoke(id, world.today, ", \"method\": \"PAPER\"")
                .statusCode(201)
                .body("revocationMethod", equalTo("PAPER"));
        paper.get("deadlines").body("items.step", hasItem("PRIOR_WRITTEN_NOTICE"));
        paper.priorNotice(world.today).statusCode(201);
        paper.get("deadlines").body("items.find { it.step == 'PRIOR_WRITTEN_NOTICE' }.status", equalTo("ENDED"));
    }

    @Test
    void refusesAnAnswerWhileOneIsInForce() {
        sign(world.guardian, changed).statusCode(201);

        world.consent(caseId, "EVALUATION", "REFUSED", world.guardian, changed)
                .statusCode(409)
                .body("code", equalTo("consent.already-in-force"));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private void hears(Map<String, Object>... held) {
        var profile = new HashMap<>(world.profile(world.student, 2));
        profile.put("rightsHeld", List.of(held));
        students.on(Records.batch(World.TOPIC, world.district.id(), World.PROFILE, world.student, profile));
    }

    private ValidatableResponse sign(@Nullable UUID signer, LocalDate on) {
        var body = world.consentBody("EVALUATION", "GIVEN", world.guardian, on, world.today);
        var signed = signer == null ? "null" : "\"" + signer + "\"";
        return new Paperwork(world, caseId).post("consents", body.replace("\"" + world.guardian + "\"", signed));
    }
}
