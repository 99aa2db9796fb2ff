package org.schoolcase.notifications.template;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.TestDistrict;

@QuarkusTest
class TemplateResourceTest {

    @Test
    void listsTheRulesWithTheirReasons() {
        as(Role.AUDITOR)
                .get("/v1/notification-rules")
                .then()
                .statusCode(200)
                .body("id", hasItems("referral-accepted-family", "deadline-set-case-manager"))
                .body("find { it.id == 'consent-recorded-family' }.reason", containsString("34 CFR 300.9"))
                .body("find { it.id == 'consent-recorded-family' }.required", nullValue())
                .body("find { it.id == 'destruction-announced-family' }.required", equalTo("34 CFR 300.624(a)"));
    }

    @Test
    void listsEachTemplateWithItsVersion() {
        as(Role.COORDINATOR)
                .get("/v1/notification-templates")
                .then()
                .statusCode(200)
                .body("", hasSize(52))
                .body("findAll { it.version ==~ /[0-9a-f]{12}/ }", hasSize(52));
    }

    @Test
    void previewsAMailInSpanish() {
        preview("referral-accepted-family", "{\"channel\": \"EMAIL\", \"language\": \"es\"}")
                .statusCode(200)
                .body("subject", equalTo("Noticias sobre los servicios para M. G."))
                .body("text", containsString("Test District"))
                .body("html", containsString("<html lang=\"es\">"));
    }

    @Test
    void previewsAnInAppTextWithoutHtml() {
        preview("deadline-set-staff", "{\"channel\": \"IN_APP\", \"language\": \"en\"}")
                .statusCode(200)
                .body("html", equalTo(null));
    }

    @Test
    void refusesWhatDoesNotExist() {
        preview("no-such-kind", "{\"channel\": \"EMAIL\", \"language\": \"es\"}")
                .statusCode(404);
        preview("deadline-set-staff", "{\"channel\": \"EMAIL\", \"language\": \"es\"}")
                .statusCode(404);
    }

    @Test
    void refusesWrongInput() {
        preview("deadline-set-staff", "{\"channel\": \"PIGEON\", \"language\": \"es\"}")
                .statusCode(400);
        preview("deadline-set-staff", "{\"channel\": \"IN_APP\", \"language\": \"fr\"}")
                .statusCode(400);
        preview("deadline-set-staff", "{\"language\": \"es\"}").statusCode(400);
        preview("deadline-set-staff", "{\"channel\": \"IN_APP\", \"language\": \"es\", \"x\": 1}")
                .statusCode(400);
        preview("deadline-set-staff", "not json").statusCode(400);
        preview("deadline-set-staff", "").statusCode(400);
        preview("..%2F..%2Flayout", "{\"channel\": \"IN_APP\", \"language\": \"es\"}")
                .statusCode(400);
    }

    @Test
    void refusesOtherRoles() {
        as(Role.CASE_MANAGER).get("/v1/notification-rules").then().statusCode(403);
        as(Role.GUARDIAN).get("/v1/notification-templates").then().statusCode(403);
        given().get("/v1/notification-rules").then().statusCode(401);
    }

    private static ValidatableResponse preview(String kind, String body) {
        return as(Role.DISTRICT_ADMIN)
                .contentType(ContentType.JSON)
                .body(body)
                .urlEncodingEnabled(false)
                .post("/v1/notification-templates/" + kind + "/preview")
                .then();
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestDistrict.create().token(role).sign());
    }
}
