package org.schoolcase.students.roster.oneroster;

import static org.schoolcase.students.roster.oneroster.CellType.BOOLEAN;
import static org.schoolcase.students.roster.oneroster.CellType.DATE;
import static org.schoolcase.students.roster.oneroster.CellType.GRADES;
import static org.schoolcase.students.roster.oneroster.CellType.TEXT;
import static org.schoolcase.students.roster.oneroster.CellType.TEXTS;
import static org.schoolcase.students.roster.oneroster.CellType.YEAR;
import static org.schoolcase.students.roster.oneroster.Column.enumeration;
import static org.schoolcase.students.roster.oneroster.Column.ref;
import static org.schoolcase.students.roster.oneroster.Column.refs;
import static org.schoolcase.students.roster.oneroster.Column.text;
import static org.schoolcase.students.roster.oneroster.Column.typed;
import static org.schoolcase.students.roster.oneroster.Column.unkept;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Columns of the roster files after sourcedId, status and dateLastModified, in the order of CSV Binding 1.1 and 1.2.1. */
final class Columns {

    static final List<String> COMMON = List.of("sourcedId", "status", "dateLastModified");

    static final List<Column> ORGS = List.of(
            text("name", "name").require(),
            enumeration("type", "type", Set.of("department", "school", "district", "local", "state", "national"))
                    .require(),
            text("identifier", "identifier"),
            ref("parentSourcedId", "parent_id", "orgs"));

    static final List<Column> ACADEMIC_SESSIONS = List.of(
            text("title", "title").require(),
            enumeration("type", "type", Set.of("gradingPeriod", "semester", "schoolYear", "term"))
                    .require(),
            typed("startDate", "start_date", DATE).require(),
            typed("endDate", "end_date", DATE).require(),
            ref("parentSourcedId", "parent_id", "academicSessions"),
            typed("schoolYear", "school_year", YEAR).require());

    static final List<Column> COURSES = List.of(
            ref("schoolYearSourcedId", "school_year_id", "academicSessions"),
            text("title", "title").require(),
            text("courseCode", "course_code"),
            typed("grades", "grades", GRADES),
            ref("orgSourcedId", "org_id", "orgs").require(),
            typed("subjects", "subjects", TEXTS),
            typed("subjectCodes", "subject_codes", TEXTS));

    static final List<Column> CLASSES = List.of(
            text("title", "title").require(),
            typed("grades", "grades", GRADES),
            ref("courseSourcedId", "course_id", "courses").require(),
            text("classCode", "class_code"),
            enumeration("classType", "class_type", Set.of("homeroom", "scheduled"))
                    .require(),
            text("location", "location"),
            ref("schoolSourcedId", "school_id", "orgs").require(),
            refs("termSourcedIds", "term_ids", "academicSessions").require(),
            typed("subjects", "subjects", TEXTS),
            typed("subjectCodes", "subject_codes", TEXTS),
            typed("periods", "periods", TEXTS));

    static final List<Column> ROLES = List.of(
            ref("userSourcedId", "user_id", "users").require(),
            enumeration("roleType", "role_type", Set.of("primary", "secondary")).require(),
            enumeration(
                            "role",
                            "role",
                            Set.of(
                                    "aide",
                                    "counselor",
                                    "districtAdministrator",
                                    "guardian",
                                    "parent",
                                    "principal",
                                    "proctor",
                                    "relative",
                                    "siteAdministrator",
                                    "student",
                                    "systemAdministrator",
                                    "teacher"))
                    .require(),
            typed("beginDate", "begin_date", DATE),
            typed("endDate", "end_date", DATE),
            ref("orgSourcedId", "org_id", "orgs").require(),
            text("userProfileSourcedId", "user_profile_sourced_id"));

    static final List<Column> ENROLLMENTS = List.of(
            ref("classSourcedId", "class_id", "classes").require(),
            ref("schoolSourcedId", "school_id", "orgs").require(),
            ref("userSourcedId", "user_id", "users").require(),
            enumeration("role", "role", Set.of("administrator", "proctor", "student", "teacher"))
                    .require(),
            typed("primary", "is_primary", BOOLEAN),
            typed("beginDate", "begin_date", DATE),
            typed("endDate", "end_date", DATE));

    static final List<Column> DEMOGRAPHICS = List.of(
            typed("birthDate", "birth_date", DATE),
            enumeration("sex", "sex", Set.of("male", "female", "unspecified", "other")),
            typed("americanIndianOrAlaskaNative", "american_indian_or_alaska_native", BOOLEAN),
            typed("asian", "asian", BOOLEAN),
            typed("blackOrAfricanAmerican", "black_or_african_american", BOOLEAN),
            typed("nativeHawaiianOrOtherPacificIslander", "native_hawaiian_or_other_pacific_islander", BOOLEAN),
            typed("white", "white", BOOLEAN),
            typed("demographicRaceTwoOrMoreRaces", "two_or_more_races", BOOLEAN),
            typed("hispanicOrLatinoEthnicity", "hispanic_or_latino_ethnicity", BOOLEAN),
            text("countryOfBirthCode", "country_of_birth_code"),
            text("stateOfBirthAbbreviation", "state_of_birth_abbreviation"),
            text("cityOfBirth", "city_of_birth"),
            text("publicSchoolResidenceStatus", "public_school_residence_status"));

    private static final Set<String> ROLES_OF_1_1 =
            Set.of("administrator", "aide", "guardian", "parent", "proctor", "relative", "student", "teacher");

    private Columns() {}

    /** Users of 1.1, whose organizations and role become rows of roles. */
    static List<Column> users11() {
        var columns = new ArrayList<Column>();
        columns.add(typed("enabledUser", "enabled", BOOLEAN).require());
        columns.add(new Column("orgSourcedIds", null, CellType.REFS, true, Set.of(), null));
        columns.add(new Column("role", null, CellType.ENUM, true, ROLES_OF_1_1, null));
        columns.addAll(identity());
        return List.copyOf(columns);
    }

    /** Users of 1.2: the correction 1.2.1 dropped resourceSourcedIds, which the edition of 2022 still has. */
    static List<Column> users12(boolean withResources) {
        var columns = new ArrayList<Column>();
        columns.add(typed("enabledUser", "enabled", BOOLEAN).require());
        columns.addAll(identity());
        columns.add(text("userMasterIdentifier", "user_master_identifier"));
        if (withResources) {
            columns.add(unkept("resourceSourcedIds", TEXTS));
        }
        columns.add(text("preferredGivenName", "preferred_given_name"));
        columns.add(text("preferredMiddleName", "preferred_middle_name"));
        columns.add(text("preferredFamilyName", "preferred_family_name"));
        columns.add(ref("primaryOrgSourcedId", "primary_org_id", "orgs"));
        columns.add(text("pronouns", "pronouns"));
        return List.copyOf(columns);
    }

    private static List<Column> identity() {
        return List.of(
                text("username", "username").require(),
                typed("userIds", "user_ids", TEXTS),
                text("givenName", "given_name").require(),
                text("familyName", "family_name").require(),
                text("middleName", "middle_name"),
                text("identifier", "identifier"),
                text("email", "email"),
                text("sms", "sms"),
                text("phone", "phone"),
                refs("agentSourcedIds", "agent_ids", "users"),
                typed("grades", "grades", GRADES),
                unkept("password", TEXT));
    }
}
