package org.schoolcase.students.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class EarlyWarningPolicyTest {

    private static final String STRICTER = """
            {"rules": [{"ruleId": "federal-chronic-absence", "enabled": true, "threshold": 0.05}], "reason": "Board"}""";

    @Inject
    SchoolFixture fixture;

    @Inject
    ComputeIndicators compute;

    @Inject
    Tenants tenants;

    private TestDistrict d;
    private IndicatorProbe probe;

    @BeforeEach
    void aDistrict() {
        d = TestDistrict.create();
        probe = new IndicatorProbe(d, fixture);
    }

    @Test
    void recomputesByTheDistrictsThresholdFromItsFirstDayOn() {
        var student = probe.student("03", UUID.randomUUID());
        probe.send("attendance", probe.attendance(student, 20, 1));
        probe.computed();
        assertThat(probe.level(student, "ATTENDANCE")).isEqualTo("NONE");

        put(IndicatorProbe.today(), STRICTER).statusCode(201).header("ETag", equalTo("\"v0\""));
        probe.computed();
        assertThat(probe.level(student, "ATTENDANCE")).isEqualTo("FLAGGED");
        probe.admin()
                .get("/v1/students/{id}/indicators", student)
                .then()
                .body("items[0].policyFrom", equalTo(IndicatorProbe.today().toString()))
                .body("items[0].evaluations[0].threshold", equalTo(0.05f));
        assertThat(AuditProbe.actions(d)).contains("early-warning.set-policy");
    }

    @Test
    void showsWhatIsInForceOnADate() {
        put(IndicatorProbe.today().plusDays(30), STRICTER).statusCode(201);

        rules(IndicatorProbe.today())
                .body("policyFrom", equalTo(null))
                .body("rules.find { it.rule.id == 'federal-chronic-absence' }.thresholdInForce", equalTo(0.1f))
                .body("rules.find { it.rule.id == 'colorado-behavior' }.inForce", equalTo(false))
                .body(
                        "rules.find { it.rule.id == 'federal-chronic-absence' }.rule.citation.length() > 10",
                        equalTo(true));
        rules(IndicatorProbe.today().plusDays(31))
                .body("policyFrom", equalTo(IndicatorProbe.today().plusDays(30).toString()))
                .body("rules.find { it.rule.id == 'federal-chronic-absence' }.thresholdInForce", equalTo(0.05f));
        probe.admin().get("/v1/early-warning/policies").then().body("items.reason", contains("Board"));
        IndicatorProbe.as(TestDistrict.create().token(Role.DISTRICT_ADMIN).sign())
                .get("/v1/early-warning/policies")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void changesAPolicyOnlyForWhoKnowsItAndNeverThePast() {
        var day = IndicatorProbe.today().plusDays(3);
        put(day, STRICTER).statusCode(201);
        put(day, STRICTER).statusCode(412);
        probe.admin()
                .body(STRICTER)
                .put("/v1/early-warning/policies/" + day)
                .then()
                .statusCode(428);
        probe.admin()
                .header("If-Match", "\"v0\"")
                .body(STRICTER.replace("0.05", "0.07"))
                .put("/v1/early-warning/policies/" + day)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""));

        put(IndicatorProbe.today().minusDays(2), STRICTER).statusCode(422).body("code", equalTo("policy.in-the-past"));
        put(day.plusDays(1), STRICTER.replace("federal-chronic-absence", "astrology"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rules/0/ruleId"));
        put(day.plusDays(1), STRICTER.replace("0.05", "-1")).statusCode(400);
        IndicatorProbe.as(d.token(Role.COORDINATOR).sign())
                .body(STRICTER)
                .put("/v1/early-warning/policies/" + day)
                .then()
                .statusCode(403);
    }

    @Test
    void marksThoseWhoseRulesOrYearAreNoLongerInForce() {
        var student = probe.student("03", UUID.randomUUID());
        probe.send("attendance", probe.attendance(student, 20, 1));
        probe.computed();
        assertThat(tenants.inDistrict(d.id(), compute::markOutdated)).isZero();

        fixture.write(d, "update student_indicator set window_from = window_from - 365, window_to = window_to - 365");
        assertThat(tenants.inDistrict(d.id(), compute::markOutdated)).isEqualTo(1);
        probe.computed();
        fixture.write(d, "update student_indicator set catalog_version = 0");
        assertThat(tenants.inDistrict(d.id(), compute::markOutdated)).isEqualTo(1);
        probe.computed();
        assertThat(tenants.inDistrict(d.id(), compute::markOutdated)).isZero();
    }

    private ValidatableResponse put(LocalDate validFrom, String body) {
        return probe.admin()
                .header("If-None-Match", "*")
                .body(body)
                .put("/v1/early-warning/policies/" + validFrom)
                .then();
    }

    private ValidatableResponse rules(LocalDate on) {
        return probe.admin()
                .queryParam("on", on.toString())
                .get("/v1/early-warning/rules")
                .then()
                .statusCode(200);
    }
}
