package org.schoolcase.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {

    @Test
    void makesTheSameBytesForTheSameSeed() throws IOException {
        assertThat(zip(District.of(7, 500))).isEqualTo(zip(District.of(7, 500)));
        assertThat(zip(District.of(8, 500))).isNotEqualTo(zip(District.of(7, 500)));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 501, 7_777})
    void leavesNoReferenceOpen(int students) throws IOException {
        var files = files(District.of(3, students));
        var orgs = column(files, "orgs", "sourcedId");
        var users = column(files, "users", "sourcedId");
        var classes = column(files, "classes", "sourcedId");

        assertThat(new HashSet<>(users)).hasSameSizeAs(users);
        assertThat(new HashSet<>(classes)).hasSameSizeAs(classes);
        assertThat(column(files, "enrollments", "sourcedId")).doesNotHaveDuplicates();
        assertThat(Set.copyOf(orgs)).containsAll(column(files, "classes", "schoolSourcedId"));
        assertThat(Set.copyOf(classes)).containsAll(column(files, "enrollments", "classSourcedId"));
        assertThat(Set.copyOf(users)).containsAll(column(files, "enrollments", "userSourcedId"));
        assertThat(Set.copyOf(users)).containsExactlyInAnyOrderElementsOf(column(files, "roles", "userSourcedId"));
        assertThat(column(files, "demographics", "sourcedId")).hasSize(students);
        assertThat(Set.copyOf(users)).containsAll(agents(files));
    }

    @Test
    void enrollsEachStudentTenTimesInTheClassesOfHisSchool() throws IOException {
        var files = files(District.of(3, 2_000));
        var schools = column(files, "classes", "sourcedId").stream()
                .collect(Collectors.toMap(id -> id, id -> id.split("-", -1)[1]));

        assertThat(column(files, "enrollments", "role").stream().filter("student"::equals))
                .hasSize(20_000);
        for (var line : table(files, "enrollments")) {
            assertThat(line.get("schoolSourcedId")).isEqualTo("school-" + schools.get(line.get("classSourcedId")));
        }
    }

    @Test
    void looksLikeADistrictOfTheUnitedStates() {
        var district = District.of(11, 20_000);
        var people = IntStream.range(0, 20_000)
                .mapToObj(i -> Student.of(district, i))
                .toList();

        assertThat(share(people, Student::plan)).isCloseTo(0.15, within(0.02));
        assertThat(share(people, s -> s.flags().contains(Flag.ENGLISH_LEARNER))).isCloseTo(0.106, within(0.02));
        assertThat(share(people, s -> s.flags().contains(Flag.MCKINNEY_VENTO))).isCloseTo(0.025, within(0.005));
        assertThat(share(people, s -> s.absence() >= 0.1)).isBetween(0.12, 0.25);
        assertThat(share(people, s -> s.heritage() == Heritage.HISPANIC)).isCloseTo(0.29, within(0.02));
        assertThat(share(people, s -> !s.language().equals("en"))).isCloseTo(0.106, within(0.02));
        assertThat(people).allSatisfy(s -> assertThat(s.birthDate())
                .isBetween(
                        LocalDate.of(2020 - s.grade().years(), 9, 2),
                        LocalDate.of(2021 - s.grade().years(), 9, 1)));
    }

    @Test
    void givesSiblingsOneFamily() {
        var district = District.of(11, 1_000);

        assertThat(Student.of(district, 7).familyName())
                .isEqualTo(Student.of(district, 6).familyName());
        assertThat(Student.of(district, 7).grade())
                .isNotEqualTo(Student.of(district, 6).grade());
    }

    @Test
    void writesWhatTheServicesTakeIn(@TempDir Path folder) throws IOException {
        new Simulator(District.of(5, 300)).writeServiceData(folder, 12);

        assertThat(Files.readAllLines(folder.resolve("attendance.csv"))).hasSize(1 + 300 * 12);
        assertThat(folder.resolve("screening.csv")).content().contains("WELL_BELOW", "reading-composite");
        assertThat(Files.readAllLines(folder.resolve("marks.csv")).getFirst())
                .isEqualTo("key,studentSourcedId,course,subject,core,termEnd,mark,failed");
        assertThat(folder.resolve("flags.jsonl")).content().contains("\"kind\":\"ENGLISH_LEARNER\"");
        assertThat(Files.readAllLines(folder.resolve("cases.jsonl"))).hasSizeBetween(25, 65);
    }

    @Test
    void countsTheSchoolDaysOfTheYear() {
        var days = new SchoolYear(2026).schoolDays(400);

        assertThat(days).hasSizeBetween(175, 195).doesNotContain(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 12, 25));
        assertThat(days).isSorted().first().isEqualTo(LocalDate.of(2026, 8, 17));
    }

    @Test
    void refusesADistrictThatIsTooSmallOrTooLarge() {
        assertThatThrownBy(() -> District.of(1, 99)).hasMessageContaining("100 to 1000000");
        assertThatThrownBy(() -> District.of(1, 1_000_001)).hasMessageContaining("100 to 1000000");
    }

    private static double share(List<Student> people, java.util.function.Predicate<Student> of) {
        return (double) people.stream().filter(of).count() / people.size();
    }

    private static Set<String> agents(Map<String, List<String>> files) {
        return table(files, "users").stream()
                .flatMap(user -> java.util.Arrays.stream(
                        user.getOrDefault("agentSourcedIds", "").split(",", -1)))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<String> column(Map<String, List<String>> files, String file, String name) {
        return table(files, file).stream()
                .map(line -> line.getOrDefault(name, ""))
                .toList();
    }

    /** Lines by their header's names. */
    private static List<Map<String, String>> table(Map<String, List<String>> files, String file) {
        var lines = files.getOrDefault(file + ".csv", List.of());
        var names = cells(lines.getFirst());
        return lines.stream().skip(1).map(line -> named(names, cells(line))).toList();
    }

    private static Map<String, String> named(List<String> names, List<String> cells) {
        assertThat(cells).hasSameSizeAs(names);
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, cells::get));
    }

    private static List<String> cells(String line) {
        return java.util.Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.replaceAll("^\"|\"$", ""))
                .toList();
    }

    private static byte[] zip(District district) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new Simulator(district).writeRoster(bytes);
        return bytes.toByteArray();
    }

    private static Map<String, List<String>> files(District district) throws IOException {
        var files = new LinkedHashMap<String, List<String>>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zip(district)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(
                        entry.getName(),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .toList());
            }
        }
        return files;
    }
}
