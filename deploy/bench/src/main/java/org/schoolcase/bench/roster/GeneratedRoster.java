package org.schoolcase.bench.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A OneRoster 1.1 package of a made-up district: the same bytes for the same schools and size. Students are in groups of
 * 25, each group in six classes with six teachers.
 */
public final class GeneratedRoster {

    private static final int GROUP = 25;
    private static final String META = ",active,2026-09-01T12:00:00.000Z,";
    private static final String YEAR = id("session", 0);
    private static final String TERM = id("session", 1);
    private static final List<String> SUBJECTS = List.of("Homeroom", "English", "Math", "Science", "History", "Art");
    private static final List<String> GIVEN = List.of(
            "Ada", "Bruno", "Celeste", "Dario", "Edda", "Florian", "Greta", "Hugo", "Ines", "Jonas", "Kaia", "Leander",
            "Mirel", "Nestor", "Odile", "Piet", "Quilla", "Rufus", "Selma", "Tibor", "Ulla", "Viggo", "Wanda");
    private static final List<String> FAMILY = List.of(
            "Acornfield",
            "Butterwick",
            "Cloudberry",
            "Dandeleaf",
            "Elderbrook",
            "Featherstone",
            "Gooseberry",
            "Hollowreed",
            "Inkwell",
            "Juniperhill",
            "Kettlesmith",
            "Lanternmoss",
            "Marblewood",
            "Nettlecombe",
            "Oatbridge",
            "Plumstead",
            "Quillfeather",
            "Rosethorn",
            "Saltmeadow");

    private final List<String> schools;
    private final int students;
    private final Map<String, StringBuilder> files = new LinkedHashMap<>();
    private int enrollments;

    private GeneratedRoster(List<String> schools, int students) {
        this.schools = schools;
        this.students = students;
    }

    /**
     * The files of the package by name.
     *
     * @param schools sourcedIds that the schools shall have
     */
    public static Map<String, String> files(List<String> schools, int students) {
        var roster = new GeneratedRoster(schools, students);
        roster.fill();
        var texts = new LinkedHashMap<String, String>();
        roster.files.forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }

    /** The files as a ZIP. */
    public static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void fill() {
        manifest();
        places();
        int groups = (students + GROUP - 1) / GROUP;
        for (int group = 0; group < groups; group++) {
            teacher(group);
            classes(group, groups);
        }
        for (int student = 0; student < students; student++) {
            student(student);
        }
    }

    private void manifest() {
        file("manifest.csv", "propertyName,value");
        line("manifest.csv", "manifest.version,1.0");
        line("manifest.csv", "oneroster.version,1.1");
        for (var name :
                List.of("academicSessions", "classes", "courses", "demographics", "enrollments", "orgs", "users")) {
            line("manifest.csv", "file." + name + ",bulk");
        }
        for (var name :
                List.of("categories", "classResources", "courseResources", "lineItems", "resources", "results")) {
            line("manifest.csv", "file." + name + ",absent");
        }
        file("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId");
        file(
                "academicSessions.csv",
                "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear");
        file(
                "courses.csv",
                "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,"
                        + "subjectCodes");
        file(
                "classes.csv",
                "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
                        + "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods");
        file(
                "users.csv",
                "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
                        + "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password");
        file(
                "enrollments.csv",
                "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,"
                        + "endDate");
        file(
                "demographics.csv",
                "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
                        + "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,"
                        + "demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,"
                        + "stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus");
    }

    private void places() {
        line("orgs.csv", id("org", 0) + META + "Bench Valley School District,district,1,");
        for (int i = 0; i < schools.size(); i++) {
            line("orgs.csv", schools.get(i) + META + "Bench School " + i + ",school," + (10 + i) + "," + id("org", 0));
        }
        line("academicSessions.csv", YEAR + META + "2026-2027,schoolYear,2026-08-15,2027-06-10,,2027");
        line("academicSessions.csv", TERM + META + "Full Year,term,2026-08-15,2027-06-10," + YEAR + ",2027");
        for (int i = 0; i < SUBJECTS.size(); i++) {
            var title = SUBJECTS.get(i);
            line(
                    "courses.csv",
                    id("course", i) + META + YEAR + "," + title + ",C" + i + ",09," + id("org", 0) + "," + title + ",");
        }
    }

    private void teacher(int group) {
        user(id("teacher", group), school(group), "teacher", group, "900" + group, "");
    }

    private void classes(int group, int groups) {
        for (int i = 0; i < SUBJECTS.size(); i++) {
            var kind = i == 0 ? "homeroom" : "scheduled";
            var subject = SUBJECTS.get(i);
            var classId = id("class", group * SUBJECTS.size() + i);
            line(
                    "classes.csv",
                    classId + META + subject + " " + group + ",09," + id("course", i) + ",K" + group + "-" + i + ","
                            + kind + ",," + school(group) + "," + TERM + "," + subject + ",,");
            enrollment(classId, group, id("teacher", (group + i * schools.size()) % groups), "teacher,true");
        }
    }

    private void student(int student) {
        int group = student / GROUP;
        var person = id("student", student);
        user(person, school(group), "student", student, "800" + student, "09");
        for (int i = 0; i < SUBJECTS.size(); i++) {
            enrollment(id("class", group * SUBJECTS.size() + i), group, person, "student,");
        }
        line(
                "demographics.csv",
                person + META + "2011-0" + (1 + student % 9) + "-1" + student % 10 + ","
                        + (student % 2 == 0 ? "female" : "male") + ",false,false,false,false,true,false,"
                        + (student % 3 == 0) + ",US,AZ,Bench Valley,");
    }

    private void user(String id, String school, String role, int number, String identifier, String grade) {
        var given = GIVEN.get(number % GIVEN.size());
        var family = FAMILY.get(number / GIVEN.size() % FAMILY.size());
        var name = role + number;
        line(
                "users.csv",
                id + META + "true," + school + "," + role + "," + name + ",," + given + "," + family + ",," + identifier
                        + "," + name + "@bench.example,,,," + grade + ",");
    }

    private void enrollment(String classId, int group, String user, String roleAndPrimary) {
        line(
                "enrollments.csv",
                id("enrollment", enrollments++) + META + classId + "," + school(group) + "," + user + ","
                        + roleAndPrimary + ",2026-08-15,2027-06-10");
    }

    private String school(int group) {
        return schools.get(group % schools.size());
    }

    private void file(String name, String head) {
        files.put(name, new StringBuilder(head).append('\n'));
    }

    private void line(String file, String text) {
        var content = files.get(file);
        if (content == null) {
            throw new IllegalArgumentException(file);
        }
        content.append(text).append('\n');
    }

    private static String id(String kind, long number) {
        return UUID.nameUUIDFromBytes((kind + ":" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
