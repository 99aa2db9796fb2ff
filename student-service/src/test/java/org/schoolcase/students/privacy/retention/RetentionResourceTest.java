package org.schoolcase.students.privacy.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.students.SchoolFixture;
import org.schoolcase.students.privacy.PrivacyWorld;

@QuarkusTest
@NullMarked
class RetentionResourceTest {

    private static final String RULES = "/v1/retention-rules";

    @Inject
    SchoolFixture fixture;

    private PrivacyWorld world;

    @BeforeEach
    void aWorld() {
        world = new PrivacyWorld(fixture);
    }

    @Test
    void inventsNoNumberWhereTheLawHasNone() {
        world.get(world.auditor(), RULES)
                .statusCode(200)
                .body("items", hasSize(RecordKind.values().length))
                .body("items.law.flatten().years.findAll { it != null }", hasSize(0))
                .body("items.findAll { it.law.isEmpty() }", hasSize(0))
                .body(special() + ".law[0].citation", equalTo("34 CFR 300.624(a)"))
                .body(special() + ".inForce", nullValue())
                .body(special() + ".destructible", equalTo(false));
    }

    @Test
    void takesThePeriodThatTheDistrictSets() {
        world.post(
                        world.admin(),
                        RULES,
                        rule("SPECIAL_EDUCATION", world.today.minusDays(9).toString(), 7))
                .statusCode(201);
        world.post(
                        world.admin(),
                        RULES,
                        rule("SPECIAL_EDUCATION", world.today.plusDays(9).toString(), 9))
                .statusCode(201);

        world.get(world.admin(), RULES)
                .body(special() + ".inForce.years", equalTo(7))
                .body(special() + ".rules", hasSize(2))
                .body(special() + ".destructible", equalTo(true));
        world.get(PrivacyWorld.stranger(), RULES).body(special() + ".rules", hasSize(0));
        assertThat(AuditProbe.actions(world.district)).contains("retention-rule.set");
    }

    @Test
    void refusesASecondRuleOfTheSameDayAndARuleForWhatFollowsTheRecord() {
        world.post(world.admin(), RULES, rule("MESSAGES", "2026-01-01", 1)).statusCode(201);
        world.post(world.admin(), RULES, rule("MESSAGES", "2026-01-01", 2))
                .statusCode(409)
                .body("code", equalTo("retention.set-before"));
        world.post(world.admin(), RULES, rule("DISCLOSURE_LOG", "2026-01-01", 2))
                .statusCode(422)
                .body("citation", equalTo("34 CFR 99.32(a)(2)"));
        world.post(world.admin(), RULES, rule("MESSAGES", "2026-02-01", 151)).statusCode(400);
        world.post(world.schoolAdmin(), RULES, rule("MESSAGES", "2026-02-01", 1))
                .statusCode(403);
    }

    @Test
    void holdsAndReleases() {
        String id = world.post(world.admin(), "legal-holds", "{\"reason\": \"LITIGATION\", \"matter\": \"2026-114\"}")
                .statusCode(201)
                .body("releasedAt", nullValue())
                .extract()
                .path("id");
        var release = "legal-holds/" + id + "/release";
        world.post(PrivacyWorld.stranger(), release, "{\"reason\": \"Mine\"}").statusCode(404);
        world.post(world.admin(), release, "{\"reason\": \"Settled\"}")
                .statusCode(200)
                .body("releasedAt", notNullValue());
        world.post(world.admin(), release, "{\"reason\": \"Again\"}")
                .statusCode(200)
                .body("releaseReason", equalTo("Settled"));

        world.get(world.auditor(), "legal-holds").body("items", hasSize(1));
        world.get(world.mother(), "legal-holds").statusCode(403);
        assertThat(AuditProbe.actions(world.district)).containsOnlyOnce("legal-hold.place", "legal-hold.release");
    }

    private static String special() {
        return "items.find { it.kind == 'SPECIAL_EDUCATION' }";
    }

    private static String rule(String kind, String from, int years) {
        return """
                {"kind": "%s", "effectiveFrom": "%s", "years": %d, "noticeDays": 60, "authority": "Board policy JR-R"}""".formatted(kind, from, years);
    }
}
