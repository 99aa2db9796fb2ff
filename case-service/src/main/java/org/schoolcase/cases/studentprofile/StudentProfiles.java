package org.schoolcase.cases.studentprofile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;

/** The stored copy of the students; each message is one statement, so that a roster of thousands is soon read. */
@ApplicationScoped
public class StudentProfiles {

    /** Nothing happens when the stored version is newer or the same. */
    private static final String STORE = """
            WITH told AS (
                SELECT * FROM jsonb_to_record(CAST(:profile AS jsonb)) AS p(
                    "studentId" uuid, version bigint, "givenName" text, "familyName" text, "birthDate" date,
                    grade text, "schoolIds" uuid[], language text, active boolean, guardians jsonb)
            ), stored AS (
                INSERT INTO student_profile
                    (id, version, given_name, family_name, birth_date, grade, school_ids, language, active)
                SELECT "studentId", version, "givenName", "familyName", "birthDate", grade, "schoolIds", language, active
                FROM told
                ON CONFLICT (district_id, id) DO UPDATE SET
                    version = excluded.version, given_name = excluded.given_name, family_name = excluded.family_name,
                    birth_date = excluded.birth_date, grade = excluded.grade, school_ids = excluded.school_ids,
                    language = excluded.language, active = excluded.active
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

    private static final String RIGHTS_HOLDER = """
            SELECT EXISTS (SELECT 1 FROM student_guardian
                           WHERE student_id = :student AND guardian_id = :guardian AND educational_rights)
            """;

    private final Session session;
    private final ObjectMapper json;

    StudentProfiles(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /** Whether the guardian decides in education for the student now (34 CFR 300.30). */
    public boolean holdsRights(UUID guardianId, UUID studentId) {
        return session.createNativeQuery(RIGHTS_HOLDER, Boolean.class)
                .setParameter("student", studentId)
                .setParameter("guardian", guardianId)
                .getSingleResult();
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
