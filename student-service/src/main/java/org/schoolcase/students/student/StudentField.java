package org.schoolcase.students.student;

/** The fields of a student's record whose history is kept; the trigger keep_student_history writes these names. */
public enum StudentField {
    GIVEN_NAME("given_name", "text"),
    MIDDLE_NAME("middle_name", "text"),
    FAMILY_NAME("family_name", "text"),
    PREFERRED_GIVEN_NAME("preferred_given_name", "text"),
    PREFERRED_FAMILY_NAME("preferred_family_name", "text"),
    BIRTH_DATE("birth_date", "date"),
    GRADE("grade", "text"),
    LANGUAGE("language", "text"),
    HOME_LANGUAGES("home_languages", "text[]"),
    SCHOOL_IDS("school_ids", "uuid[]"),
    ACTIVE("active", "boolean");

    private final String column;
    private final String type;

    StudentField(String column, String type) {
        this.column = column;
        this.type = type;
    }

    String column() {
        return column;
    }

    /** Type in the database. */
    String type() {
        return type;
    }

    /** Whether it holds several values. */
    boolean isList() {
        return type.endsWith("[]");
    }
}
