package org.schoolcase.cases.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.ValidatableResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.testing.PostgresResource;

/** Files assessments of one case over HTTP, as its case manager. */
final class Filing {

    private static final String ADAPTIVE = """
            {"scaleUsed": "A published scale", "informants": [
               {"role": "PARENT", "setting": "HOME", "language": "es"},
               {"role": "TEACHER", "setting": "SCHOOL", "language": "en"}],
             "conceptualDoes": "Tells", "conceptualNeeds": "Money", "socialDoes": "Friends", "socialNeeds": "Turns",
             "practicalDoes": "Dresses", "practicalNeeds": "Bus", "agreement": "AGREE",
             "culturalAndLanguage": "None", "summary": "Near those of classmates."}""";

    private final World world;
    private final UUID caseId;

    Filing(World world, UUID caseId) {
        this.world = world;
        this.caseId = caseId;
    }

    String day() {
        return world.today.minusDays(4).toString();
    }

    String interview(String answers) {
        return """
                {"kind": "INTERVIEW", "instrument": {"key": "schoolcase.student-interview", "version": 1},
                 "purpose": "INTAKE", "administeredOn": "%s", "language": "es", "assessor": {"staffId": "%s"},
                 "answers": %s, "scores": [], "attachments": []}""".formatted(day(), world.caseManager, answers);
    }

    String correction(String id, String reason) {
        return interview("{\"agreedToTalk\": true, \"likesAtSchool\": \"Art.\"}")
                .replace(
                        "\"purpose\"",
                        "\"supersedes\": {\"assessmentId\": \"%s\", \"reason\": \"%s\"}, \"purpose\""
                                .formatted(id, reason));
    }

    String screening(String pupilRights) {
        return """
                {"kind": "SCREENING", "instrument": {"key": "schoolcase.social-emotional-screening", "version": 1},
                 "purpose": "INSTRUCTION", "administeredOn": "%s", "language": "en", "assessor": {"staffId": "%s"},
                 "pupilRights": %s, "answers": {"worried": 1}, "scores": [], "attachments": []}""".formatted(day(), world.caseManager, pupilRights);
    }

    String pupilRights(String ground, UUID guardian, LocalDate on) {
        return "{\"ground\": \"%s\", \"guardianId\": \"%s\", \"on\": \"%s\"}".formatted(ground, guardian, on);
    }

    String adaptive(LocalDate day) {
        return evaluation("schoolcase.adaptive-behaviour-summary", day, ADAPTIVE);
    }

    String evaluation(String key, LocalDate day, String answers) {
        return """
                {"kind": "ASSESSMENT", "instrument": {"key": "%s", "version": 1}, "purpose": "EVALUATION",
                 "administeredOn": "%s", "language": "en",
                 "assessor": {"staffId": "%s", "credential": {"kind": "School psychologist", "issuer": "ADE", "number": "77", "expiresOn": "2099-06-30"}},
                 "answers": %s,
                 "scores": [{"scale": "Composite", "norm": {"name": "US", "edition": "3", "year": 2016, "mean": 100, "sd": 15},
                   "standardScore": 78, "interval": {"level": 95, "from": 74, "to": 82}, "percentile": 7}],
                 "attachments": []}""".formatted(key, day, world.caseManager, answers);
    }

    String change(String answers, LocalDate day) {
        return """
                {"administeredOn": "%s", "language": "en", "assessor": {"staffId": "%s"}, "answers": %s, "scores": [],
                 "attachments": []}""".formatted(day, world.caseManager, answers);
    }

    String finishedInterview() {
        String id = start(interview("{\"agreedToTalk\": true, \"likesAtSchool\": \"Science.\"}"))
                .statusCode(201)
                .extract()
                .path("id");
        complete(id, "\"v0\"", world.today).statusCode(201);
        return id;
    }

    ValidatableResponse start(String body) {
        return world.as(world.caseManagerToken())
                .body(body)
                .post("/v1/cases/{id}/assessments", caseId)
                .then();
    }

    ValidatableResponse put(String id, @Nullable String ifMatch, String body) {
        var request = world.as(world.caseManagerToken()).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/cases/{case}/assessments/{id}", caseId, id)
                .then();
    }

    ValidatableResponse section(String id, String section, String ifMatch, String answers) {
        return world.as(world.caseManagerToken())
                .header("If-Match", ifMatch)
                .body("{\"answers\": " + answers + "}")
                .put("/v1/cases/{case}/assessments/{id}/sections/{section}", caseId, id, section)
                .then();
    }

    ValidatableResponse complete(String id, String ifMatch, LocalDate on) {
        return world.as(world.caseManagerToken())
                .header("If-Match", ifMatch)
                .body("{\"completedOn\": \"%s\"}".formatted(on))
                .post("/v1/cases/{case}/assessments/{id}/completion", caseId, id)
                .then();
    }

    ValidatableResponse discard(String id, String ifMatch) {
        return world.as(world.caseManagerToken())
                .header("If-Match", ifMatch)
                .delete("/v1/cases/{case}/assessments/{id}", caseId, id)
                .then();
    }

    ValidatableResponse one(String token, String id) {
        return world.as(token)
                .get("/v1/cases/{case}/assessments/{id}", caseId, id)
                .then();
    }

    ValidatableResponse list() {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/assessments", caseId)
                .then()
                .statusCode(200);
    }

    /** What the case remembers, kind and subject. */
    List<String> happenings() throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement(
                        "SELECT kind || ' ' || subject_id FROM case_happening WHERE case_id = ? ORDER BY id")) {
            statement.setObject(1, caseId);
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    String json(Object value) {
        try {
            return JsonMapper.builder().build().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
