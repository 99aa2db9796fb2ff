package org.schoolcase.students.provider;

/** The twelve collections of the service: a kind of records, or the part of it that meets a condition. */
enum Collection {
    ACADEMIC_SESSIONS("academicSessions", "AcademicSession", Resource.SESSION, "true"),
    GRADING_PERIODS("gradingPeriods", "GradingPeriod", Resource.SESSION, "t.type = 'gradingPeriod'"),
    TERMS("terms", "Term", Resource.SESSION, "t.type = 'term'"),
    ORGS("orgs", "Org", Resource.ORG, "true"),
    SCHOOLS("schools", "School", Resource.ORG, "t.type = 'school'"),
    COURSES("courses", "Course", Resource.COURSE, "true"),
    CLASSES("classes", "Class", Resource.CLASS, "true"),
    USERS("users", "User", Resource.USER, "true"),
    STUDENTS("students", "Student", Resource.USER, role("student")),
    TEACHERS("teachers", "Teacher", Resource.USER, role("teacher")),
    ENROLLMENTS("enrollments", "Enrollment", Resource.ENROLLMENT, "true"),
    DEMOGRAPHICS("demographics", "Demographics", Resource.DEMOGRAPHICS, "true");

    private final String path;
    private final String noun;
    private final Resource resource;
    private final String condition;

    Collection(String path, String noun, Resource resource, String condition) {
        this.path = path;
        this.noun = noun;
        this.resource = resource;
        this.condition = condition;
    }

    /** Who is no longer here is still told with the role that he had, so that clients learn of the end. */
    private static String role(String role) {
        return "EXISTS (SELECT FROM roster_role r WHERE r.user_id = t.id AND r.role = '" + role
                + "' AND (r.status = 'ACTIVE' OR t.status <> 'ACTIVE'))";
    }

    String path() {
        return path;
    }

    /** Name of one of them in operation ids. */
    String noun() {
        return noun;
    }

    /** Name of several of them in operation ids. */
    String nouns() {
        return switch (this) {
            case CLASSES -> "Classes";
            case DEMOGRAPHICS -> "Demographics";
            default -> noun + "s";
        };
    }

    Resource resource() {
        return resource;
    }

    /** SQL condition on the row {@code t}. */
    String condition() {
        return condition;
    }
}
