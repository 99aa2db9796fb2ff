package org.schoolcase.students.roster.merge;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.schoolcase.students.ownership.OwnedField;
import org.schoolcase.students.ownership.OwnedField.Owner;

/** Statements that carry a batch of people into student, staff and guardian, and leave alone what the suite owns. */
final class PeopleSql {

    /** A field of a record with the column of the suite and the value that the roster has. */
    private record Carried(OwnedField field, String column, String value) {}

    private static final List<Carried> OF_STUDENTS = List.of(
            new Carried(OwnedField.STUDENT_GIVEN_NAME, "given_name", "excluded.given_name"),
            new Carried(OwnedField.STUDENT_MIDDLE_NAME, "middle_name", "excluded.middle_name"),
            new Carried(OwnedField.STUDENT_FAMILY_NAME, "family_name", "excluded.family_name"),
            new Carried(
                    OwnedField.STUDENT_PREFERRED_GIVEN_NAME, "preferred_given_name", "excluded.preferred_given_name"),
            new Carried(OwnedField.STUDENT_BIRTH_DATE, "birth_date", "coalesce(excluded.birth_date, t.birth_date)"),
            new Carried(OwnedField.STUDENT_GRADE, "grade", "excluded.grade"));

    private static final List<Carried> OF_STAFF = List.of(
            new Carried(OwnedField.STAFF_GIVEN_NAME, "given_name", "excluded.given_name"),
            new Carried(OwnedField.STAFF_FAMILY_NAME, "family_name", "excluded.family_name"),
            new Carried(OwnedField.STAFF_EMAIL, "email", "excluded.email"));

    private static final List<Carried> OF_GUARDIANS = List.of(
            new Carried(OwnedField.GUARDIAN_GIVEN_NAME, "given_name", "u.given_name"),
            new Carried(OwnedField.GUARDIAN_FAMILY_NAME, "family_name", "u.family_name"),
            new Carried(OwnedField.GUARDIAN_EMAIL, "email", "u.email"),
            new Carried(OwnedField.GUARDIAN_PHONE, "phone", "u.phone"));

    /** A role counts today. */
    static final String IN_FORCE = """
            r.status = 'ACTIVE' AND (r.begin_date IS NULL OR r.begin_date <= current_date)
                   AND (r.end_date IS NULL OR r.end_date > current_date)""";

    /** Roles in force, per person: the schools with the primary one first, and the words of the roles. OFFSET keeps the roles first. */
    private static final String ROLES_IN_FORCE = """
            SELECT b.user_id,
                   array_agg(DISTINCT r.role) AS roles,
                   (array_agg(r.org_id ORDER BY r.role_type, r.org_id) FILTER (WHERE o.type = 'school')) AS schools
              FROM source b
              JOIN roster_role r ON r.user_id = b.source_id AND %s
             CROSS JOIN LATERAL (SELECT x.type FROM roster_org x WHERE x.id = r.org_id OFFSET 0) o
             WHERE r.role %%s
             GROUP BY b.user_id
            """.formatted(IN_FORCE);

    /** One person per student: of merged records the one that is active, and his own before others. */
    private static final String STUDENTS = """
            WITH held AS (%s), person AS (
                SELECT DISTINCT ON (x.user_id) x.user_id AS student_id, u.*
                  FROM source x JOIN roster_user u ON u.id = x.source_id
                 ORDER BY x.user_id, u.status = 'ACTIVE' DESC, x.source_id = x.user_id DESC, x.source_id), changed AS (
                INSERT INTO student AS t (id, sourced_id, given_name, middle_name, family_name, preferred_given_name,
                                          birth_date, grade, school_ids, active)
                SELECT u.student_id, coalesce(own.sourced_id, u.sourced_id), u.given_name, u.middle_name, u.family_name,
                       u.preferred_given_name, d.birth_date, u.grades[1], coalesce(h.schools, '{}'),
                       u.status = 'ACTIVE' AND h.user_id IS NOT NULL
                  FROM batch b
                  JOIN person u ON u.student_id = b.user_id
                  LEFT JOIN held h ON h.user_id = u.student_id
                  LEFT JOIN roster_demographics d ON d.id = u.id AND d.status = 'ACTIVE'
                  LEFT JOIN student own ON own.id = u.student_id
                 WHERE h.user_id IS NOT NULL OR own.id IS NOT NULL
                ON CONFLICT (district_id, id) DO UPDATE
                   SET %%1$s school_ids = excluded.school_ids, active = excluded.active, version = t.version + 1
                 WHERE (%%2$s t.school_ids, t.active) IS DISTINCT FROM (%%3$s excluded.school_ids, excluded.active)
                RETURNING t.id)
            INSERT INTO told SELECT id FROM changed
            """.formatted(ROLES_IN_FORCE.formatted("= 'student'"));

    private static final String STAFF =
            """
            WITH held AS (%s), changed AS (
                INSERT INTO staff AS t (id, sourced_id, given_name, family_name, email, roles, school_ids, active)
                SELECT u.id, u.sourced_id, u.given_name, u.family_name, u.email, coalesce(h.roles, '{}'),
                       coalesce(h.schools, '{}'), u.status = 'ACTIVE' AND h.user_id IS NOT NULL
                  FROM batch b
                  JOIN roster_user u ON u.id = b.user_id
                  LEFT JOIN held h ON h.user_id = u.id
                  LEFT JOIN staff own ON own.id = u.id
                 WHERE h.user_id IS NOT NULL OR own.id IS NOT NULL
                ON CONFLICT (district_id, id) DO UPDATE
                   SET %%1$s roles = excluded.roles, school_ids = excluded.school_ids, active = excluded.active,
                       version = t.version + 1
                 WHERE (%%2$s t.roles, t.school_ids, t.active) IS DISTINCT FROM
                       (%%3$s excluded.roles, excluded.school_ids, excluded.active)
                RETURNING t.id)
            INSERT INTO told SELECT id FROM changed
            """.formatted(ROLES_IN_FORCE.formatted("NOT IN ('student', 'guardian', 'parent', 'relative')"));

    /** Conflicts of the batch that are none any more. OFFSET keeps the view a look-up. Parameter: locally owned fields. */
    static final String SETTLED = """
            DELETE FROM field_conflict c USING batch b
             WHERE c.record_id = b.user_id
               AND NOT (c.field = ANY (CAST(? AS text[]))
                        AND EXISTS (SELECT FROM field_difference x
                                     WHERE x.record_id = c.record_id AND x.field = c.field OFFSET 0))
            """;

    /** Conflicts of the batch, looked up person by person. Parameter: locally owned fields. */
    static final String CONFLICTS = """
            INSERT INTO field_conflict (record_id, field)
            SELECT b.user_id, x.field
              FROM batch b
             CROSS JOIN LATERAL (SELECT d.field FROM field_difference d
                                  WHERE d.record_id = b.user_id AND d.field = ANY (CAST(? AS text[])) OFFSET 0) x
            ON CONFLICT DO NOTHING
            """;

    private final Map<OwnedField, Owner> owners;

    PeopleSql(Map<OwnedField, Owner> owners) {
        this.owners = owners;
    }

    String students() {
        return upsert(STUDENTS, OF_STUDENTS);
    }

    String staff() {
        return upsert(STAFF, OF_STAFF);
    }

    /** Whether the roster sets any field of a guardian after the first time. */
    boolean carriesGuardians() {
        return OF_GUARDIANS.stream().anyMatch(this::ofRoster);
    }

    /** Every student of a guardian who changed is told anew. */
    String guardians() {
        return """
            WITH changed AS (
                UPDATE guardian g SET %1$s version = g.version + 1
                  FROM batch b JOIN roster_user u ON u.id = b.user_id AND u.status = 'ACTIVE'
                 WHERE g.id = b.user_id AND (%2$s 1) IS DISTINCT FROM (%3$s 1)
                RETURNING g.id),
            students AS (
                UPDATE student s SET version = s.version + 1
                 WHERE s.id IN (SELECT r.student_id FROM changed c JOIN student_guardian r ON r.guardian_id = c.id)
                RETURNING s.id)
            INSERT INTO told SELECT id FROM students ON CONFLICT DO NOTHING
            """.formatted(sets(OF_GUARDIANS), columns("g.", OF_GUARDIANS), values(OF_GUARDIANS));
    }

    /** Locally owned fields, as the text of an array. */
    String local() {
        return owners.entrySet().stream()
                .filter(owner -> owner.getValue() == Owner.LOCAL)
                .map(owner -> owner.getKey().path())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String upsert(String sql, List<Carried> fields) {
        return sql.formatted(sets(fields), columns("t.", fields), values(fields));
    }

    private String sets(List<Carried> fields) {
        return fields.stream()
                .filter(this::ofRoster)
                .map(field -> field.column() + " = " + field.value() + ", ")
                .collect(Collectors.joining());
    }

    private String columns(String row, List<Carried> fields) {
        return fields.stream()
                .filter(this::ofRoster)
                .map(field -> row + field.column() + ", ")
                .collect(Collectors.joining());
    }

    private String values(List<Carried> fields) {
        return fields.stream()
                .filter(this::ofRoster)
                .map(field -> field.value() + ", ")
                .collect(Collectors.joining());
    }

    private boolean ofRoster(Carried field) {
        return owners.get(field.field()) == Owner.ROSTER;
    }
}
