package org.schoolcase.cases.studentprofile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The stored copy of the students; each message is one statement, so that a roster of thousands is soon read. */
@ApplicationScoped
public class StudentProfiles {

    /** Nothing happens when the stored version is newer or the same. */
    private static final String STORE = """
            WITH told AS (
                SELECT * FROM jsonb_to_record(CAST(:profile AS jsonb)) AS p(
                    "studentId" uuid, version bigint, "givenName" text, "familyName" text, "birthDate" date,
                    grade text, "schoolIds" uuid[], language text, active boolean, "studentHoldsRights" boolean,
                    "rightsHeld" jsonb, guardians jsonb)
            ), stored AS (
                INSERT INTO student_profile
                    (id, version, given_name, family_name, birth_date, grade, school_ids, language, active,
                     student_holds_rights, rights_held)
                SELECT "studentId", version, "givenName", "familyName", "birthDate", grade, "schoolIds", language, active,
                       coalesce("studentHoldsRights", false), nullif("rightsHeld", 'null')
                FROM told
                ON CONFLICT (district_id, id) DO UPDATE SET
                    version = excluded.version, given_name = excluded.given_name, family_name = excluded.family_name,
                    birth_date = excluded.birth_date, grade = excluded.grade, school_ids = excluded.school_ids,
                    language = excluded.language, active = excluded.active,
                    student_holds_rights = excluded.student_holds_rights, rights_held = excluded.rights_held
                WHERE student_profile.version < excluded.version
                RETURNING id
            ), guardian AS (
                SELECT stored.id AS student_id, g.*
                FROM stored, told, jsonb_to_recordset(told.guardians) AS g(
                    "guardianId" uuid, relation text, "givenName" text, "familyName" text, language text,
                    "educationalRights" boolean, "mayContact" boolean)
            ), gone AS (
                DELETE FROM student_guardian USING stored
                WHERE student_guardian.student_id = stored.id
                  AND NOT EXISTS (SELECT 1 FROM guardian WHERE guardian."guardianId" = student_guardian.guardian_id)
            )
            INSERT INTO student_guardian (student_id, guardian_id, relation, given_name, family_name, language,
                                          educational_rights, may_contact)
            SELECT student_id, "guardianId", relation, "givenName", "familyName", language,
                   "educationalRights", "mayContact"
            FROM guardian
            ON CONFLICT (district_id, student_id, guardian_id) DO UPDATE SET
                relation = excluded.relation, given_name = excluded.given_name, family_name = excluded.family_name,
                language = excluded.language, educational_rights = excluded.educational_rights,
                may_contact = excluded.may_contact
            """;

    /** Where nothing is dated, those hold the rights on every day who hold them now. */
    private static final String HELD = """
            SELECT CASE
                WHEN s.rights_held IS NOT NULL THEN EXISTS (
                    SELECT FROM jsonb_to_recordset(s.rights_held) AS h("guardianId" uuid, "from" date, "to" date)
                    WHERE h."guardianId" IS NOT DISTINCT FROM CAST(:guardian AS uuid)
                      AND (h."from" IS NULL OR h."from" <= :day) AND (h."to" IS NULL OR h."to" >= :day))
                WHEN CAST(:guardian AS uuid) IS NULL THEN s.student_holds_rights
                ELSE EXISTS (SELECT FROM student_guardian g WHERE g.student_id = s.id
                             AND g.guardian_id = CAST(:guardian AS uuid) AND g.educational_rights) END
            FROM student_profile s WHERE s.id = :student
            """;

    /**
     * Rights pass from whoever held them on the day before the student did; a court may have taken them from others earlier. His
     * days come in pieces, one for each day on which anything changes for anybody.
     */
    private static final String PASSED_ON = """
            SELECT EXISTS (
                SELECT FROM (SELECT unnest(range_agg(daterange(o."from", o."to", '[]'))) AS days
                               FROM jsonb_to_recordset(s.rights_held) AS o("guardianId" uuid, "from" date, "to" date)
                              WHERE o."guardianId" IS NULL) own,
                            jsonb_to_recordset(s.rights_held) AS h("guardianId" uuid, "from" date, "to" date)
                WHERE own.days @> CAST(:day AS date) AND h."guardianId" = :guardian
                  AND daterange(h."from", h."to", '[]') @> lower(own.days) - 1)
            FROM student_profile s WHERE s.id = :student
            """;

    /** A region of a language is no other language. */
    private static final String OTHER_LANGUAGE = """
            SELECT count(*) FROM student_guardian g
            WHERE g.student_id = :student AND g.guardian_id IN (:guardians)
              AND lower(split_part(g.language, '-', 1)) <> lower(split_part(:language, '-', 1))
            """;

    private final Session session;
    private final ObjectMapper json;

    StudentProfiles(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /**
     * Whether somebody decided in education for the student on a day (34 CFR 300.30, 300.520).
     *
     * @param guardianId null for the adult student himself
     */
    public boolean heldRights(@Nullable UUID guardianId, UUID studentId, LocalDate on) {
        return session.createNativeQuery(HELD, Boolean.class)
                .setParameter("student", studentId)
                .setParameter("guardian", guardianId, UUID.class)
                .setParameter("day", on)
                .getResultList()
                .contains(true);
    }

    /** Whether on a day the rights were the adult student's, to whom they passed from this guardian (34 CFR 300.520(a)). */
    public boolean passedOnRights(UUID guardianId, UUID studentId, LocalDate on) {
        return session.createNativeQuery(PASSED_ON, Boolean.class)
                .setParameter("student", studentId)
                .setParameter("guardian", guardianId)
                .setParameter("day", on)
                .getResultList()
                .contains(true);
    }

    /** Whether the language, in whatever region, is that of each of these guardians, as far as theirs is known. */
    public boolean understandAll(Collection<UUID> guardians, UUID studentId, String language) {
        return guardians.isEmpty()
                || session.createNativeQuery(OTHER_LANGUAGE, Long.class)
                                .setParameter("student", studentId)
                                .setParameter("guardians", guardians)
                                .setParameter("language", language)
                                .getSingleResult()
                        == 0;
    }

    void store(StudentState state) {
        session.createNativeMutationQuery(STORE)
                .setParameter("profile", text(state))
                .executeUpdate();
    }

    void remove(UUID studentId) {
        session.createNativeMutationQuery("DELETE FROM student_profile WHERE id = :student")
                .setParameter("student", studentId)
                .executeUpdate();
    }

    private String text(StudentState state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A student profile that was read cannot be written", e);
        }
    }
}
