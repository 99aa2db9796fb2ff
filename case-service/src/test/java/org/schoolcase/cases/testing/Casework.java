package org.schoolcase.cases.testing;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.testing.OutboxProbe;

/** The requests about teams, tasks and hand-overs that several tests send. */
public final class Casework {

    private final World world;

    public Casework(World world) {
        this.world = world;
    }

    public ValidatableResponse join(UUID caseId, UUID staff, String role) {
        return join(caseId, staff, role, world.today);
    }

    public ValidatableResponse join(UUID caseId, UUID staff, String role, LocalDate from) {
        return world.as(world.caseManagerToken())
                .body("{\"staffId\": \"%s\", \"role\": \"%s\", \"from\": \"%s\"}".formatted(staff, role, from))
                .post("/v1/cases/{id}/team", caseId)
                .then();
    }

    public ValidatableResponse task(UUID caseId, UUID owner, @Nullable LocalDate dueOn) {
        return world.as(world.caseManagerToken())
                .body(taskBody(owner, dueOn))
                .post("/v1/cases/{id}/tasks", caseId)
                .then();
    }

    /** A task of the owner, made by the case manager. */
    public String taskOf(UUID caseId, UUID owner, @Nullable LocalDate dueOn) {
        return task(caseId, owner, dueOn).statusCode(201).extract().path("id");
    }

    public static String taskBody(UUID owner, @Nullable LocalDate dueOn) {
        return """
                {"kind": "CONTACT_FAMILY", "text": "Ask which afternoons suit", "ownerId": "%s", "dueOn": %s,
                 "links": ["/v1/cases"]}
                """.formatted(owner, dueOn == null ? "null" : "\"" + dueOn + "\"");
    }

    public ValidatableResponse handOver(String token, UUID caseId, UUID from, UUID to) {
        return world.as(token)
                .body(handOverBody(from, to))
                .post("/v1/cases/{id}/hand-over", caseId)
                .then();
    }

    public static String handOverBody(UUID from, UUID to) {
        return "{\"fromStaffId\": \"%s\", \"toStaffId\": \"%s\", \"reason\": \"On leave until spring\"}"
                .formatted(from, to);
    }

    /** What an event says of one field. */
    public static String said(OutboxProbe.Sent sent, String field) {
        return Objects.requireNonNull(sent.data()).path(field).asText();
    }
}
