-- The payload of schoolcase.student.state, for one student or set-based for an import's many. Repeatable: this is the one text of
-- the view, changed in place, and no versioned migration defines it any more.
-- Defined before by V001, V042, V044, V045, V087.
-- security_invoker: row-level security counts for the reader, not for the owner of the view.
CREATE OR REPLACE VIEW student_profile_json WITH (security_invoker = true) AS
SELECT s.id AS student_id,
       s.version,
       jsonb_strip_nulls(jsonb_build_object(
           'studentId', s.id,
           'version', s.version,
           'givenName', coalesce(s.preferred_given_name, s.given_name),
           'familyName', s.family_name,
           'birthDate', s.birth_date,
           'grade', s.grade,
           'schoolIds', to_jsonb(s.school_ids),
           'language', s.language,
           'active', s.active,
           'studentHoldsRights', EXISTS (SELECT FROM rights_period p
                                          WHERE p.student_id = s.id AND p.district_id = s.district_id
                                            AND p.guardian_id IS NULL AND p.known_to IS NULL)
                             AND EXISTS (SELECT FROM rights_standing(s.id, district_today(), 'infinity') h
                                          WHERE h.guardian_id IS NULL AND h.holds),
           'email', CASE WHEN EXISTS (SELECT FROM rights_period p
                                       WHERE p.student_id = s.id AND p.district_id = s.district_id
                                         AND p.guardian_id IS NULL AND p.known_to IS NULL)
                    THEN address_of_adult(s.id) END,
           'rightsHeld', CASE
               WHEN EXISTS (SELECT FROM rights_period p WHERE p.student_id = s.id AND p.district_id = s.district_id)
                 OR EXISTS (SELECT FROM court_order o WHERE o.student_id = s.id AND o.district_id = s.district_id)
                 OR EXISTS (SELECT FROM student_guardian e
                             WHERE e.student_id = s.id AND e.district_id = s.district_id AND e.ended_on IS NOT NULL)
               THEN rights_held(s.id) END,
           'guardians', coalesce((
               SELECT jsonb_agg(jsonb_build_object(
                          'guardianId', g.id,
                          'relation', r.relation,
                          'givenName', g.given_name,
                          'familyName', g.family_name,
                          'language', g.language,
                          'interpreterLanguage', g.interpreter_language,
                          'email', CASE WHEN NOT t.barred AND NOT EXISTS (
                                       SELECT FROM contact_means c
                                        WHERE c.guardian_id = g.id AND c.district_id = g.district_id AND c.kind = 'EMAIL'
                                          AND c.do_not_use AND lower(c.value) = lower(g.email) AND c.known_to IS NULL
                                          AND c.begins_on <= district_today()
                                          AND (c.ends_on IS NULL OR c.ends_on >= district_today())) THEN g.email END,
                          'educationalRights', t.educational_rights,
                          'mayContact', t.may_contact,
                          'addedAt', r.added_at) ORDER BY r.added_at, g.id)
                 FROM guardian_standing(s.id, district_today()) t
                 JOIN student_guardian r ON r.student_id = s.id AND r.district_id = s.district_id
                      AND r.guardian_id = t.guardian_id AND r.ended_on IS NULL
                 JOIN guardian g ON g.id = r.guardian_id AND g.district_id = r.district_id), '[]'))) AS profile
  FROM student s;
GRANT SELECT ON student_profile_json TO ${app_role};
COMMENT ON VIEW student_profile_json IS 'Published profile of each student (sensitive)';
COMMENT ON COLUMN student_profile_json.student_id IS 'Student (internal)';
COMMENT ON COLUMN student_profile_json.version IS 'Version of the student record (internal)';
COMMENT ON COLUMN student_profile_json.profile IS 'Payload of the event org.schoolcase.student.profile.v1 (sensitive)';
