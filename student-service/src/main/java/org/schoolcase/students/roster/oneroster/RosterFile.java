package org.schoolcase.students.roster.oneroster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of a package that are imported, in the order in which references between them can be resolved. */
public enum RosterFile {
    ORGS("orgs", "org", "roster_org", Columns.ORGS),
    ACADEMIC_SESSIONS("academicSessions", "academicSession", "roster_academic_session", Columns.ACADEMIC_SESSIONS),
    COURSES("courses", "course", "roster_course", Columns.COURSES),
    CLASSES("classes", "class", "roster_class", Columns.CLASSES),
    USERS("users", "user", "roster_user", Columns.users12(false)),
    ROLES("roles", "role", "roster_role", Columns.ROLES),
    ENROLLMENTS("enrollments", "enrollment", "roster_enrollment", Columns.ENROLLMENTS),
    DEMOGRAPHICS("demographics", "user", "roster_demographics", Columns.DEMOGRAPHICS);

    /** Files that the standard knows and this suite does not import: they are counted, and said to be ignored. */
    static final Set<String> IGNORED_1_1 =
            Set.of("categories", "classResources", "courseResources", "lineItems", "resources", "results");

    static final Set<String> IGNORED_1_2 = Set.of(
            "userProfiles",
            "userResources",
            "scoreScales",
            "lineItemScoreScales",
            "resultScoreScales",
            "lineItemLearningObjectiveIds",
            "resultLearningObjectiveIds");

    private final String fileName;
    private final String idKind;
    private final String table;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Column> columns;

    RosterFile(String fileName, String idKind, String table, List<Column> columns) {
        this.fileName = fileName;
        this.idKind = idKind;
        this.table = table;
        this.columns = columns;
    }

    /** Name as the manifest has it, without {@code .csv}. */
    public String fileName() {
        return fileName;
    }

    /** Prefix of the names from which ids are made; demographics have the id of their user. */
    public String idKind() {
        return idKind;
    }

    public String table() {
        return table;
    }

    /** Columns that are kept, in the order of the table. */
    public List<Column> kept() {
        return columns.stream().filter(Column::kept).toList();
    }

    public static RosterFile named(String fileName) {
        return find(fileName).orElseThrow(() -> new IllegalArgumentException("no roster file " + fileName));
    }

    /** The file of this name, if it is imported. */
    public static Optional<RosterFile> find(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(fileName))
                .findFirst();
    }

    /** The column sets that a file of this version may have. */
    List<List<Column>> layouts(Version version) {
        if (this != USERS) {
            return List.of(columns);
        }
        return version == Version.V1_1
                ? List.of(Columns.users11())
                : List.of(Columns.users12(false), Columns.users12(true));
    }

    static List<String> header(List<Column> columns) {
        var names = new ArrayList<>(Columns.COMMON);
        columns.forEach(column -> names.add(column.name()));
        return names;
    }
}
