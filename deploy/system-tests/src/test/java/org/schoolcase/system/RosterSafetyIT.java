package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.Api.Answer;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;

/** A bulk package that would end many records waits until a district admin has seen how many. */
@ExtendWith(RunningSuite.class)
class RosterSafetyIT {

    @Test
    void endsMoreThanATenthOnlyAfterTheDistrictAdminHasConfirmed(World world) {
        var district = world.newDistrict("Safety Stop Unified District");
        var roster = new Roster(world, district);
        var demo = RosterFiles.demo(world, DemoWorld.FAIRBANKS);
        roster.load(demo.zip());
        var before = roster.records("users");
        var missing = students(demo).stream().limit(15).toList();

        var id = roster.send(demo.without(missing).zip());
        var waiting = roster.stopped(id);
        assertThat(waiting.path("state").asText()).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(Roster.count(waiting, "users", "wouldEnd")).isEqualTo(missing.size());
        assertThat(Roster.count(waiting, "users", "activeBefore")).isEqualTo(before.size());
        assertThat(roster.records("users")).as("nothing is written yet").isEqualTo(before);

        var number = waiting.path("wouldEnd").asLong();
        assertThat(confirm(world, id, roster.sis(), number).status()).isEqualTo(403);
        var other = confirm(world, id, roster.admin(), number + 1);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("roster-import.other-number");
        assertThat(roster.report(id).path("state").asText()).isEqualTo("AWAITING_CONFIRMATION");
        confirm(world, id, roster.admin(), number).expect(202);

        var report = roster.completed(id);
        assertThat(Roster.count(report, "users", "ended")).isEqualTo(missing.size());
        var after = roster.records("users");
        assertThat(after.values().stream()
                        .filter(user -> status(user).equals("tobedeleted"))
                        .map(user -> user.path("sourcedId").asText()))
                .containsExactlyInAnyOrderElementsOf(missing);
        assertThat(after).hasSameSizeAs(before);
        assertThat(world.count(
                        Service.STUDENT,
                        "SELECT count(*) FROM student WHERE NOT active AND district_id = '%s'"
                                .formatted(district.id())))
                .isEqualTo(missing.size());
    }

    private static List<String> students(RosterFiles roster) {
        return roster.rows("users").stream()
                .filter(user -> "student".equals(user.get("role")))
                .map(user -> String.valueOf(user.get("sourcedId")))
                .toList();
    }

    private static Answer confirm(World world, String id, String token, long wouldEnd) {
        return world.api()
                .post(
                        Service.STUDENT,
                        "/v1/roster-imports/" + id + "/confirmation",
                        token,
                        Map.of("wouldEnd", wouldEnd));
    }

    private static String status(JsonNode record) {
        return record.path("status").asText();
    }
}
