package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.DemoWorld.District;
import org.schoolcase.local.Service;

/** A roster comes in as files, changes, is read from our provider by our own pull, and is the same in another district. */
@ExtendWith(RunningSuite.class)
class RosterRoundTripIT {

    private static final List<String> COLLECTIONS =
            List.of("orgs", "academicSessions", "courses", "classes", "users", "enrollments", "demographics");
    private static final List<String> PARENTS = List.of("parent-1", "parent-2");

    @Test
    void bringsTheRosterOfOneDistrictIntoAnotherFieldByField(World world) {
        var from = world.newDistrict("Round Trip Source District");
        var to = world.newDistrict("Round Trip Target District");
        var source = new Roster(world, from);
        var target = new Roster(world, to);
        var demo = RosterFiles.demo(world, DemoWorld.MULBERRY);
        var students = students(demo);
        source.load(demo.zip());
        var pull = new Pull(world, from, to);
        assertThat(Roster.count(pull.run(true), "users", "added"))
                .isEqualTo(demo.rows("users").size());

        var dropped = students.subList(50, 54);
        var bulk = source.load(
                RosterFiles.demo(world, DemoWorld.MULBERRY).without(dropped).zip());
        assertThat(Roster.count(bulk, "users", "ended")).isEqualTo(dropped.size());
        var ended = students.subList(40, 45);
        assertFirstDelta(source.load(firstDelta(demo, students, ended, dropped)));

        var all = pull.run(true);
        assertThat(Roster.count(all, "users", "added")).isEqualTo(PARENTS.size());
        assertThat(Roster.count(all, "users", "ended")).isEqualTo(ended.size());
        assertSame(source, target, ended.size());

        var again = pull.run(true);
        assertThat(COLLECTIONS).allSatisfy(file -> {
            assertThat(Roster.count(again, file, "read")).isEqualTo(Roster.count(again, file, "unchanged"));
            assertThat(Roster.count(again, file, "ended")).isZero();
        });

        source.load(secondDelta(demo, students, ended));
        var increment = pull.run(false);
        assertThat(Roster.count(increment, "users", "revived")).isEqualTo(2);
        assertThat(Roster.count(increment, "users", "ended")).isEqualTo(3);
        assertSame(source, target, ended.size() + 1);
        assertPeople(world, from, to);
    }

    /** Everything that OneRoster knows, changed at least once; people who end, and people who come back. */
    private static byte[] firstDelta(
            RosterFiles demo, List<String> students, List<String> ended, List<String> dropped) {
        var office = demo.rows("orgs").getFirst().getOrDefault("sourcedId", "");
        var term = demo.rows("academicSessions").getLast().getOrDefault("sourcedId", "");
        return new RosterChanges(demo, Instant.parse("2026-11-20T10:15:30.125Z"))
                .rename("orgs", 4, "name", Map.of())
                .addLike("orgs", row -> {
                    row.putAll(Map.of("sourcedId", "dept-1", "type", "department", "parentSourcedId", office));
                    return row;
                })
                .rename("academicSessions", 2, "title", Map.of())
                .addLike("academicSessions", row -> {
                    row.putAll(Map.of("sourcedId", "quarter-1", "type", "gradingPeriod", "parentSourcedId", term));
                    row.put("schoolYear", "2027");
                    return row;
                })
                .rename(
                        "courses",
                        5,
                        "title",
                        Map.of("grades", "09,10", "subjects", "Art,Music", "subjectCodes", "05,06"))
                .rename(
                        "classes",
                        5,
                        "title",
                        Map.of(
                                "location", "Room 5, East",
                                "termSourcedIds", term + ",quarter-1",
                                "subjects", "Art,Music",
                                "subjectCodes", "05,06",
                                "periods", "1,2"))
                .addPeople(PARENTS, "parent", office)
                .fillUsers(students.subList(0, 40), PARENTS)
                .addRole(students.getFirst(), "aide", "secondary", office)
                .change(
                        "enrollments",
                        30,
                        Map.of("primary", "true", "beginDate", "2026-09-01", "endDate", "2027-05-31"))
                .change(
                        "demographics",
                        30,
                        Map.of(
                                "sex", "other",
                                "white", "true",
                                "demographicRaceTwoOrMoreRaces", "true",
                                "countryOfBirthCode", "MX",
                                "stateOfBirthAbbreviation", "SO",
                                "cityOfBirth", "Nogales, \"Heroica\"",
                                "publicSchoolResidenceStatus", "01652"))
                .end(ended)
                .revive(dropped)
                .zip();
    }

    private static void assertFirstDelta(JsonNode report) {
        assertThat(Roster.count(report, "users", "changed")).isEqualTo(40);
        assertThat(Roster.count(report, "users", "added")).isEqualTo(PARENTS.size());
        assertThat(Roster.count(report, "users", "ended")).isEqualTo(5);
        assertThat(Roster.count(report, "users", "revived")).isEqualTo(4);
        assertThat(Roster.count(report, "enrollments", "ended")).isPositive();
        assertThat(Roster.count(report, "enrollments", "revived")).isPositive();
        assertThat(Roster.count(report, "demographics", "revived")).isEqualTo(4);
        assertThat(COLLECTIONS).allSatisfy(file -> assertThat(Roster.count(report, file, "changed"))
                .as(file)
                .isPositive());
    }

    /** A few more changes, dated before the other district first looked; two people whom the other district never knew come back, three end, one loses a role. */
    private static byte[] secondDelta(RosterFiles demo, List<String> students, List<String> ended) {
        var office = demo.rows("orgs").getFirst().getOrDefault("sourcedId", "");
        return new RosterChanges(demo, Instant.parse("2026-11-20T16:00:00Z"))
                .rename("orgs", 1, "name", Map.of("identifier", "changed again"))
                .fillUsers(students.subList(38, 40), List.of())
                .endRole(students.getFirst(), "aide", "secondary", office)
                .end(students.subList(70, 73))
                .revive(ended.subList(0, 2))
                .zip();
    }

    /** Compares every member of every record but the time of its change, which each district has of its own. */
    private static void assertSame(Roster source, Roster target, int ended) {
        for (var collection : COLLECTIONS) {
            var theirs = source.records(collection);
            var ours = target.records(collection);
            assertThat(ours.keySet()).as(collection).isEqualTo(theirs.keySet());
            theirs.forEach((id, record) -> assertThat(withoutTime(ours.getOrDefault(id, record.path("none"))))
                    .as(collection + " " + id)
                    .isEqualTo(withoutTime(record)));
        }
        assertThat(target.records("users").values().stream().filter(user -> !isActive(user)))
                .hasSize(ended);
    }

    private static boolean isActive(JsonNode record) {
        return record.path("status").asText().equals("active");
    }

    private static JsonNode withoutTime(JsonNode record) {
        return record instanceof ObjectNode object ? object.without("dateLastModified") : record;
    }

    /** The students whom both districts have made of the roster are the same, but for the preferred name, which is theirs. */
    private static void assertPeople(World world, District from, District to) {
        assertThat(people(world, to)).hasSizeGreaterThan(700).containsExactlyInAnyOrderElementsOf(people(world, from));
        var guardians = "SELECT count(*) FROM student_guardian WHERE ended_on IS NULL AND district_id = '%s'";
        assertThat(world.count(Service.STUDENT, guardians.formatted(to.id())))
                .isEqualTo(world.count(Service.STUDENT, guardians.formatted(from.id())))
                .isPositive();
    }

    private static Set<String> people(World world, District district) {
        return Set.copyOf(world.query(Service.STUDENT, String.class, """
                SELECT concat_ws('|', sourced_id, given_name, middle_name, family_name, birth_date, grade)
                  FROM student WHERE active AND district_id = '%s'""".formatted(district.id())));
    }

    private static List<String> students(RosterFiles roster) {
        return roster.rows("users").stream()
                .filter(user -> "student".equals(user.get("role")))
                .map(user -> user.getOrDefault("sourcedId", ""))
                .toList();
    }
}
