package org.schoolcase.cases.communication;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.testing.World;

/** A contact as a test tells it: a call to the guardian in Spanish, an hour ago, where nobody answered. */
public final class Told {

    private final Map<String, Object> body = new HashMap<>();

    private Told() {}

    public static Told callTo(UUID guardian) {
        return new Told()
                .and("with", Map.of("guardianId", guardian))
                .at(Instant.now().minus(1, ChronoUnit.HOURS))
                .and("means", "CALL")
                .and("direction", "OUTGOING")
                .and("purpose", "CONSENT_REQUEST")
                .and("language", "es")
                .and("outcome", "NO_ANSWER")
                .and("summary", "Words-of-the-call");
    }

    public Told at(Instant at) {
        return and("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    public Told by(String means, String outcome) {
        return and("means", means).and("outcome", outcome);
    }

    public Told and(String field, @Nullable Object value) {
        if (value == null) {
            body.remove(field);
        } else {
            body.put(field, value);
        }
        return this;
    }

    Map<String, Object> body() {
        return Map.copyOf(body);
    }

    public ValidatableResponse log(World world, String token, UUID caseId) {
        return world.as(token)
                .body(body())
                .post("/v1/cases/{id}/communications", caseId)
                .then();
    }

    /** Takes the place of an entry. */
    public ValidatableResponse correct(World world, UUID caseId, UUID entry) {
        return correct(world, caseId, entry, "It was otherwise");
    }

    ValidatableResponse correct(World world, UUID caseId, UUID entry, String reason) {
        return world.as(world.caseManagerToken())
                .body(Map.of("reason", reason, "entry", body))
                .post("/v1/cases/{id}/communications/{entry}/correction", caseId, entry)
                .then();
    }

    /** Logged by the case manager. */
    public UUID logged(World world, UUID caseId) {
        return UUID.fromString(log(world, world.caseManagerToken(), caseId)
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
