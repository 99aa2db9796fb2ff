package org.schoolcase.kit.app;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Requests to the notes, for the tests. */
final class Notes {

    private Notes() {}

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static ValidatableResponse write(String token, String text) {
        return post(token, "{\"text\": \"" + text + "\"}");
    }

    static ValidatableResponse post(String token, String body) {
        return as(token).body(body).post("/v1/notes").then();
    }

    static String written(String token, String text) {
        return write(token, text).statusCode(201).extract().path("id").toString();
    }

    static ValidatableResponse read(String token, String id) {
        return as(token).get("/v1/notes/{id}", id).then();
    }
}
