package org.schoolcase.students.provider;

/** What a reference may point at: its table, its type in the reference, and the collection it is read from. */
enum Entity {
    ORG("roster_org", "org", "orgs"),
    SESSION("roster_academic_session", "academicSession", "academicSessions"),
    COURSE("roster_course", "course", "courses"),
    CLASS("roster_class", "class", "classes"),
    USER("roster_user", "user", "users"),
    ENROLLMENT("roster_enrollment", "enrollment", "enrollments"),
    /** Has the sourcedId of its user. */
    DEMOGRAPHICS("roster_demographics", "user", "demographics");

    private final String table;
    private final String kind;
    private final String collection;

    Entity(String table, String kind, String collection) {
        this.table = table;
        this.kind = kind;
        this.collection = collection;
    }

    String table() {
        return table;
    }

    /** Type of references, and prefix of the name that the row's id is made of. */
    String kind() {
        return kind;
    }

    /** SQL of the reference object (href, sourcedId, type) to the row of this alias; needs the base URL as {@code b.base}. */
    String reference(String alias) {
        return "json_build_object('href', b.base || '/" + collection + "/' || replace(" + alias
                + ".sourced_id, '/', '%2F'), 'sourcedId', " + alias + ".sourced_id, 'type', '" + kind + "')";
    }
}
