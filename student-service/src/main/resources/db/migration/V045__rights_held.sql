-- Who held the educational rights when: a signature is judged by the day on which it was made (34 CFR 300.9, 300.300).

-- The answer of rights_standing changes only on days on which something that is recorded begins, or has ended; it is asked
-- once for each stretch of days between them.
CREATE FUNCTION rights_held(whose uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    WITH edge AS (
        SELECT p.begins_on AS day FROM rights_period p WHERE p.student_id = whose AND p.known_to IS NULL
        UNION
        SELECT p.ends_on + 1 FROM rights_period p WHERE p.student_id = whose AND p.known_to IS NULL AND p.ends_on IS NOT NULL
        UNION
        SELECT o.begins_on FROM court_order o WHERE o.student_id = whose AND o.known_to IS NULL AND o.revokes_record_access
        UNION
        SELECT o.ends_on + 1 FROM court_order o
         WHERE o.student_id = whose AND o.known_to IS NULL AND o.revokes_record_access AND o.ends_on IS NOT NULL
        UNION
        SELECT g.ended_on FROM student_guardian g WHERE g.student_id = whose AND g.ended_on IS NOT NULL
    ), span AS (
        SELECT e.day AS from_on, lead(e.day) OVER (ORDER BY e.day) - 1 AS to_on, e.day AS asked FROM edge e
        UNION ALL
        SELECT NULL, min(e.day) - 1, min(e.day) - 1 FROM edge e HAVING count(*) > 0
    ), held AS (
        SELECT s.from_on, s.to_on, h.guardian_id
          FROM span s
         CROSS JOIN LATERAL (SELECT DISTINCT r.guardian_id FROM rights_standing(whose, s.asked, 'infinity') r WHERE r.holds) h
         WHERE NOT EXISTS (SELECT FROM student_guardian g
                            WHERE g.student_id = whose AND g.guardian_id = h.guardian_id AND g.ended_on <= s.asked)
    )
    SELECT CASE WHEN EXISTS (SELECT FROM edge) THEN coalesce((
               SELECT jsonb_agg(jsonb_build_object('guardianId', h.guardian_id, 'from', h.from_on, 'to', h.to_on)
                                ORDER BY h.from_on NULLS FIRST, h.guardian_id)
                 FROM held h), '[]') END
$$;
COMMENT ON FUNCTION rights_held(uuid) IS 'Who held the educational rights of a student from when to when, as known now; null when nothing is dated (sensitive)';

-- As before, and who held the rights when, for students of whom anything is dated.
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
                          'mayContact', t.may_contact) ORDER BY r.added_at, g.id)
                 FROM guardian_standing(s.id, district_today()) t
                 JOIN student_guardian r ON r.student_id = s.id AND r.district_id = s.district_id
                      AND r.guardian_id = t.guardian_id AND r.ended_on IS NULL
                 JOIN guardian g ON g.id = r.guardian_id AND g.district_id = r.district_id), '[]'))) AS profile
  FROM student s;
