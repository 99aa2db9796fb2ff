package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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

        var dropped = students.subList(50, 54);
        var bulk = source.load(
                RosterFiles.demo(world, DemoWorld.MULBERRY).without(dropped).zip());
        assertThat(Roster.count(bulk, "users", "ended")).isEqualTo(dropped.size());
        var ended = students.subList(40, 45);
        assertFirstDelta(source.load(firstDelta(demo, students, ended, dropped)));

        var pull = new Pull(world, from, to);
        var all = pull.run(true);
        assertThat(Roster.count(all, "users", "added"))
                .isEqualTo(demo.rows("users").size() + PARENTS.size() - ended.size());
        assertSame(source, target, false);

        var again = pull.run(true);
        assertThat(COLLECTIONS).allSatisfy(file -> {
            assertThat(Roster.count(again, file, "read")).isEqualTo(Roster.count(again, file, "unchanged"));
            assertThat(Roster.count(again, file, "ended")).isZero();
        });

        var time = Instant.now();
        source.load(secondDelta(demo, students, ended, time));
        var increment = pull.run(false);
        assertThat(Roster.count(increment, "users", "revived") + Roster.count(increment, "users", "added"))
                .isEqualTo(2);
        assertThat(Roster.count(increment, "users", "ended")).isEqualTo(3);
        assertSame(source, target, true);
        assertTimes(source, target, time);
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

    /** A few more changes; two people whom the other district never knew come back, three end, one loses a role. */
    private static byte[] secondDelta(RosterFiles demo, List<String> students, List<String> ended, Instant time) {
        var office = demo.rows("orgs").getFirst().getOrDefault("sourcedId", "");
        return new RosterChanges(demo, time)
                .rename("orgs", 1, "name", Map.of("identifier", "changed again"))
                .fillUsers(students.subList(38, 40), List.of())
                .endRole(students.getFirst(), "aide", "secondary", office)
                .end(students.subList(70, 73))
                .revive(ended.subList(0, 2))
                .zip();
    }

    /**
     * Compares every member of every record. What ended before the other district first looked is unknown there, and when
     * a record changed is told by increments alone.
     */
    private static void assertSame(Roster source, Roster target, boolean increment) {
        for (var collection : COLLECTIONS) {
            var theirs = source.records(collection);
            var ours = target.records(collection);
            var expected = theirs.values().stream()
                    .filter(record -> ours.containsKey(id(record)) || isActive(record))
                    .collect(Collectors.toMap(
                            RosterRoundTripIT::id, RosterRoundTripIT::withoutTime, (a, _) -> a, TreeMap::new));
            var actual = new TreeMap<String, JsonNode>();
            ours.forEach((id, record) -> actual.put(id, withoutTime(record)));
            assertThat(actual.keySet()).as(collection).isEqualTo(expected.keySet());
            actual.forEach(
                    (id, record) -> assertThat(record).as(collection + " " + id).isEqualTo(expected.get(id)));
            if (increment && collection.equals("users")) {
                assertThat(ours.values().stream().filter(record -> !isActive(record)))
                        .hasSize(3);
            }
        }
    }

    /** What an increment brought says when its sender changed it. */
    private static void assertTimes(Roster source, Roster target, Instant changed) {
        var shown = changed.truncatedTo(ChronoUnit.MILLIS).toString();
        for (var collection : List.of("orgs", "users", "enrollments", "demographics")) {
            var ours = target.records(collection);
            assertThat(source.records(collection).values().stream()
                            .filter(record -> time(record).equals(shown)))
                    .as(collection)
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(ours.values().stream()
                                    .filter(own -> id(own).equals(id(record)))
                                    .map(RosterRoundTripIT::time))
                            .containsExactly(shown));
        }
    }

    private static String time(JsonNode record) {
        return record.path("dateLastModified").asText();
    }

    private static String id(JsonNode record) {
        return record.path("sourcedId").asText();
    }

    private static boolean isActive(JsonNode record) {
        return record.path("status").asText().equals("active");
    }

    private static JsonNode withoutTime(JsonNode record) {
        return ((ObjectNode) record).without("dateLastModified");
    }

    /** The students whom both districts have made of the roster are the same, too. */
    private static void assertPeople(World world, District from, District to) {
        assertThat(people(world, to)).isEqualTo(people(world, from)).hasSizeGreaterThan(700);
        var guardians = "SELECT count(*) FROM student_guardian WHERE ended_on IS NULL AND district_id = '%s'";
        assertThat(world.count(Service.STUDENT, guardians.formatted(to.id())))
                .isEqualTo(world.count(Service.STUDENT, guardians.formatted(from.id())))
                .isPositive();
    }

    private static Set<String> people(World world, District district) {
        return Set.copyOf(world.query(Service.STUDENT, String.class, """
                SELECT concat_ws('|', sourced_id, given_name, middle_name, family_name, preferred_given_name, birth_date, grade)
                  FROM student WHERE active AND district_id = '%s'""".formatted(
                        UUID.fromString(district.id().toString()))));
    }

    private static List<String> students(RosterFiles roster) {
        return roster.rows("users").stream()
                .filter(user -> "student".equals(user.get("role")))
                .map(user -> user.getOrDefault("sourcedId", ""))
                .toList();
    }
}
