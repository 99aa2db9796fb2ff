package org.schoolcase.students.privacy.destruction;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.schoolcase.students.SchoolFixture;
import org.schoolcase.students.privacy.PrivacyWorld;

/** A record whose destruction is announced and carried out. */
@NullMarked
abstract class DestructionFixture {

    @Inject
    SchoolFixture fixture;

    PrivacyWorld world;

    @BeforeEach
    void aWorld() {
        world = new PrivacyWorld(fixture);
    }

    /** The student is at no school any more. */
    void leaves() {
        fixture.write(world.district, "update student set active = false where id = ?", world.student);
    }

    void rules(int years) {
        for (var kind : List.of("SPECIAL_EDUCATION", "STUDENT_SUPPORT", "REFERRALS", "MESSAGES", "PERMANENT_RECORD")) {
            world.post(world.admin(), "/v1/retention-rules", """
                    {"kind": "%s", "effectiveFrom": "2020-01-01", "years": %d, "noticeDays": 60, "authority": "Policy JR-R"}""".formatted(kind, years))
                    .statusCode(201);
        }
    }

    String announced(String scope) {
        return announce(scope, "2010-06-01")
                .statusCode(201)
                .body("state", equalTo("NOTICE_GIVEN"))
                .extract()
                .path("id");
    }

    ValidatableResponse announce(String scope, String leftOn) {
        return announce(scope, leftOn, world.today.minusDays(60).toString());
    }

    ValidatableResponse announce(String scope, String leftOn, String noticeOn) {
        return world.post(world.admin(), "destructions", body(scope, leftOn, noticeOn));
    }

    static String body(String scope, String leftOn, String noticeOn) {
        return """
                {"scope": "%s", "ground": "PERIOD_OVER", "leftOn": "%s", "noticeOn": "%s", "noticeMethod": "MAIL"}""".formatted(scope, leftOn, noticeOn);
    }

    ValidatableResponse step(String id, String step) {
        return world.post(world.admin(), "/v1/destructions/" + id + "/" + step, "");
    }

    ValidatableResponse proof(String id) {
        return world.get(world.auditor(), "/v1/destructions/" + id).statusCode(200);
    }

    long of(UUID student, String table, String column) {
        return fixture.count(world.district, "select count(*) from " + table + " where " + column + " = ?", student);
    }
}
