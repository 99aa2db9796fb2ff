package org.schoolcase.students.pull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The collections that are read, in the order of their references, and how a record becomes a row of OneRoster's CSV.
 * A column has the value of its own name; {@code a<b} is the sourcedId of the reference b, {@code a<<b} those of the
 * list b, {@code a=b|c} the first of b and c that is there, {@code -a} stays empty.
 */
enum PulledFile {
    ORGS("orgs", "name type identifier parentSourcedId<parent"),
    ACADEMIC_SESSIONS("academicSessions", "title type startDate endDate parentSourcedId<parent schoolYear"),
    COURSES("courses", "schoolYearSourcedId<schoolYear title courseCode grades orgSourcedId<org subjects subjectCodes"),
    CLASSES(
            "classes",
            "title grades courseSourcedId<course classCode classType location schoolSourcedId<school"
                    + " termSourcedIds<<terms subjects subjectCodes periods"),
    USERS(
            "users",
            "enabledUser username=username|identifier|sourcedId userIds givenName familyName middleName identifier email"
                    + " sms phone agentSourcedIds<<agents grades -password userMasterIdentifier"
                    + " preferredGivenName=preferredFirstName|preferredGivenName preferredMiddleName"
                    + " preferredFamilyName=preferredLastName|preferredFamilyName primaryOrgSourcedId<primaryOrg pronouns"),
    /** Embedded in users. */
    ROLES("roles", "userSourcedId roleType role beginDate endDate orgSourcedId<org -userProfileSourcedId"),
    ENROLLMENTS(
            "enrollments",
            "classSourcedId<class schoolSourcedId<school userSourcedId<user role primary beginDate endDate"),
    DEMOGRAPHICS(
            "demographics",
            "birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican"
                    + " nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity"
                    + " countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus");

    static final String DEMOGRAPHICS_SCOPE = "roster-demographics.readonly";

    private final String fileName;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    PulledFile(String fileName, String columns) {
        this.fileName = fileName;
        this.columns = List.of(columns.split(" ", -1));
    }

    String fileName() {
        return fileName;
    }

    /** How each column behind sourcedId, status and dateLastModified is made. */
    List<String> columns() {
        return columns;
    }

    /** Header of the CSV file (CSV Binding 1.2.1). */
    List<String> header() {
        return columns.stream()
                .map(column -> column.replaceFirst("[<=].*", "").replaceFirst("^-", ""))
                .toList();
    }

    /** The collections that a source with these scopes lets us read. */
    static List<PulledFile> readable(List<String> scopes) {
        boolean demographics = scopes.stream().anyMatch(scope -> scope.endsWith(DEMOGRAPHICS_SCOPE));
        return Arrays.stream(values())
                .filter(file -> file != ROLES && (file != DEMOGRAPHICS || demographics))
                .toList();
    }

    static Optional<PulledFile> named(String name) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(name))
                .findFirst();
    }
}
