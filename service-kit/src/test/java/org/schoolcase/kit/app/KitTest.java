package org.schoolcase.kit.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.TestDistrict;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "test"))
class KitTest {

    private final TestDistrict district = TestDistrict.create();
    private final String token = district.token(Role.CASE_MANAGER).sign();

    @Test
    void storesANoteWithItsEventAndItsAuditEntry() {
        var id = write("hello")
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .extract()
                .path("id")
                .toString();

        read(token, id).statusCode(200).body("text", equalTo("hello")).header("Cache-Control", "no-store");
        assertThat(OutboxProbe.types(district)).containsExactly("org.schoolcase.test.note-written.v1");
        assertThat(OutboxProbe.of(district).getFirst().key()).isEqualTo(id);
        await().untilAsserted(
                        () -> assertThat(AuditProbe.actions(district)).containsExactly("note.write", "note.read"));
    }

    @Test
    void storesNothingWhenTheRequestFails() {
        write("refuse").statusCode(422).body("code", equalTo("note.refused")).body("citation", equalTo("34 CFR 300.9"));
        write("break").statusCode(500).body("code", equalTo("internal")).body("$", not(containsString("Somebody")));

        assertThat(OutboxProbe.of(district)).isEmpty();
        assertThat(AuditProbe.of(district)).isEmpty();
        given().auth().oauth2(token).get("/v1/notes").then().statusCode(200).body("items", hasSize(0));
    }

    private ValidatableResponse write(String text) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"text\": \"" + text + "\"}")
                .post("/v1/notes")
                .then();
    }

    private static ValidatableResponse read(String token, String id) {
        return given().auth().oauth2(token).get("/v1/notes/{id}", id).then();
    }
}
