package org.schoolcase.simulator;

import java.io.Writer;

/** Users, their roles, and the students' demographics. */
final class PeopleFiles {

    private static final String COMMON = "sourcedId,status,dateLastModified,";
    private static final double TWO_PARENTS = 0.68;

    private final District district;

    PeopleFiles(District district) {
        this.district = district;
    }

    void users(Writer text) {
        var csv = new Csv(
                text,
                COMMON + "enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,"
                        + "agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,"
                        + "preferredFamilyName,primaryOrgSourcedId,pronouns");
        forEachStaffMember((id, role, school) -> {
            var dice = new Dice(district.seed(), "staff", id.hashCode());
            user(csv, id, Names.given(dice, Heritage.of(dice)), Names.family(dice), "", "", school);
        });
        for (int number = 0; number < district.students(); number++) {
            var student = Student.of(district, number);
            var school = district.schools().get(student.school());
            user(
                    csv,
                    student.id(),
                    student.givenName(),
                    student.familyName(),
                    parents(student.family()),
                    student.grade().code(),
                    school);
            if (student.family() == number) {
                forEachParent(student, (id, given) -> user(csv, id, given, student.familyName(), "", "", school));
            }
        }
    }

    private static void user(
            Csv csv, String id, String given, String family, String agents, String grade, String school) {
        csv.line(
                id,
                "",
                "",
                "true",
                id,
                "",
                given,
                family,
                "",
                id,
                id + "@sample.example",
                "",
                "",
                agents,
                grade,
                "",
                "",
                "",
                "",
                "",
                school,
                "");
    }

    void roles(Writer text) {
        var csv = new Csv(
                text, COMMON + "userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId");
        forEachStaffMember((id, role, school) -> role(csv, id, role, school));
        for (int number = 0; number < district.students(); number++) {
            var school = district.schools().get(district.school(number));
            role(csv, "student-" + number, "student", school);
            if (Student.family(number) == number) {
                for (var id : parents(number).split(",", -1)) {
                    role(csv, id, "parent", school);
                }
            }
        }
    }

    private static void role(Csv csv, String user, String role, String school) {
        csv.line("role-" + user, "", "", user, "primary", role, "", "", school, "");
    }

    void demographics(Writer text) {
        var csv = new Csv(
                text,
                COMMON + "birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,"
                        + "nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,"
                        + "hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,"
                        + "publicSchoolResidenceStatus");
        for (int number = 0; number < district.students(); number++) {
            var student = Student.of(district, number);
            var heritage = student.heritage();
            csv.line(
                    student.id(),
                    "",
                    "",
                    student.birthDate(),
                    student.female() ? "female" : "male",
                    heritage == Heritage.NATIVE,
                    heritage == Heritage.ASIAN,
                    heritage == Heritage.BLACK,
                    heritage == Heritage.PACIFIC,
                    heritage == Heritage.WHITE || heritage == Heritage.HISPANIC,
                    heritage == Heritage.TWO_OR_MORE,
                    heritage == Heritage.HISPANIC,
                    "US",
                    "",
                    "",
                    "");
        }
    }

    private interface StaffVisitor {
        void visit(String id, String role, String school);
    }

    private interface ParentVisitor {
        void visit(String id, String given);
    }

    /** A principal per school and a teacher for six classes. */
    private void forEachStaffMember(StaffVisitor visitor) {
        for (int school = 0; school < district.schools().size(); school++) {
            visitor.visit("principal-" + school, "principal", district.schools().get(school));
        }
        var last = new String[] {""};
        district.forEachClass(taught -> {
            if (!taught.teacherId().equals(last[0])) {
                last[0] = taught.teacherId();
                visitor.visit(last[0], "teacher", district.schools().get(taught.school()));
            }
        });
    }

    private void forEachParent(Student student, ParentVisitor visitor) {
        for (var id : parents(student.family()).split(",", -1)) {
            var dice = new Dice(district.seed(), "parent", id.hashCode());
            visitor.visit(id, Names.given(dice, student.heritage()));
        }
    }

    /** The ids of a family's one or two parents, as a list of OneRoster. */
    private String parents(int family) {
        var first = "parent-" + family + "-1";
        var two = new Dice(district.seed(), "parents", family).happens(TWO_PARENTS);
        return two ? first + ",parent-" + family + "-2" : first;
    }
}
