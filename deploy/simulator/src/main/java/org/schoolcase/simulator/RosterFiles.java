package org.schoolcase.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A district as the rostering files of OneRoster CSV Binding 1.2.1, bulk: one file after the other, nothing kept. */
final class RosterFiles {

    private static final String COMMON = "sourcedId,status,dateLastModified,";
    private static final List<String> PRESENT =
            List.of("academicSessions", "classes", "courses", "demographics", "enrollments", "orgs", "roles", "users");
    private static final List<String> ABSENT = List.of(
            "categories",
            "classResources",
            "courseResources",
            "lineItemLearningObjectiveIds",
            "lineItems",
            "lineItemScoreScales",
            "resources",
            "resultLearningObjectiveIds",
            "results",
            "resultScoreScales",
            "scoreScales",
            "userProfiles",
            "userResources");
    private static final String OFFICE = "office";
    private static final String YEAR = "year";

    private final District district;

    RosterFiles(District district) {
        this.district = district;
    }

    void writeTo(FileSet out) throws IOException {
        out.file("manifest.csv", this::manifest);
        out.file("orgs.csv", this::orgs);
        out.file("academicSessions.csv", this::sessions);
        out.file("courses.csv", this::courses);
        out.file("classes.csv", this::classes);
        out.file("users.csv", text -> new PeopleFiles(district).users(text));
        out.file("roles.csv", text -> new PeopleFiles(district).roles(text));
        out.file("demographics.csv", text -> new PeopleFiles(district).demographics(text));
        out.file("enrollments.csv", this::enrollments);
    }

    private void manifest(java.io.Writer text) {
        var csv = new Csv(text, "propertyName,value");
        csv.line("manifest.version", "1.0");
        csv.line("oneroster.version", "1.2");
        PRESENT.forEach(name -> csv.line("file." + name, "bulk"));
        ABSENT.forEach(name -> csv.line("file." + name, "absent"));
        csv.line("source.systemName", "SchoolCase simulator");
        csv.line("source.systemCode", "seed-" + district.seed());
    }

    private void orgs(java.io.Writer text) {
        var csv = new Csv(text, COMMON + "name,type,identifier,parentSourcedId");
        csv.line(OFFICE, "", "", "Simulated Valley School District", "district", "1", "");
        for (int school = 0; school < district.schools().size(); school++) {
            csv.line(
                    district.schools().get(school),
                    "",
                    "",
                    district.schoolName(school),
                    "school",
                    100 + school,
                    OFFICE);
        }
    }

    private void sessions(java.io.Writer text) {
        var csv = new Csv(text, COMMON + "title,type,startDate,endDate,parentSourcedId,schoolYear");
        var year = district.year();
        csv.line(YEAR, "", "", year.title(), "schoolYear", year.first(), year.last(), "", year.begins() + 1);
        csv.line("term", "", "", "Full Year", "term", year.first(), year.last(), YEAR, year.begins() + 1);
    }

    private void courses(java.io.Writer text) {
        var csv = new Csv(
                text, COMMON + "schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes");
        for (int subject = 0; subject < District.SUBJECTS.size(); subject++) {
            var title = District.SUBJECTS.get(subject);
            csv.line("course-" + subject, "", "", YEAR, title, "C" + subject, "", OFFICE, title, "");
        }
    }

    private void classes(java.io.Writer text) {
        var csv = new Csv(
                text,
                COMMON + "title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,"
                        + "subjects,subjectCodes,periods");
        district.forEachClass(taught -> {
            var subject = District.SUBJECTS.get(taught.subject());
            csv.line(
                    taught.id(),
                    "",
                    "",
                    String.format(
                            Locale.ROOT, "%s %s-%d", subject, taught.grade().code(), taught.group() + 1),
                    taught.grade().code(),
                    "course-" + taught.subject(),
                    "C" + taught.subject() + "-" + taught.grade().code() + "-" + (taught.group() + 1),
                    taught.subject() == 0 ? "homeroom" : "scheduled",
                    "",
                    district.schools().get(taught.school()),
                    "term",
                    subject,
                    "",
                    taught.subject() + 1);
        });
    }

    private void enrollments(java.io.Writer text) {
        var csv = new Csv(text, COMMON + "classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate");
        var begins = district.year().first();
        var ends = district.year().last();
        district.forEachClass(taught -> csv.line(
                "teaching-" + taught.id().substring("class-".length()),
                "",
                "",
                taught.id(),
                district.schools().get(taught.school()),
                taught.teacherId(),
                "teacher",
                "true",
                begins,
                ends));
        for (int number = 0; number < district.students(); number++) {
            int school = district.school(number);
            for (int subject = 0; subject < District.SUBJECTS.size(); subject++) {
                csv.line(
                        "enrollment-" + number + "-" + subject,
                        "",
                        "",
                        District.SchoolClass.id(school, district.grade(number), district.group(number), subject),
                        district.schools().get(school),
                        "student-" + number,
                        "student",
                        "",
                        begins,
                        ends);
            }
        }
    }
}
