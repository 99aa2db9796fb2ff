-- Who may decide and who may be contacted on a day, computed in one place: for the API, for access, for the published profile.

CREATE FUNCTION authority_of_relation(relation text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN relation IN ('MOTHER', 'FATHER', 'PARENT') THEN 'NATURAL_PARENT'
    WHEN relation = 'FOSTER_PARENT' THEN 'FOSTER_PARENT'
    WHEN relation = 'LEGAL_GUARDIAN' THEN 'LEGAL_GUARDIAN'
    WHEN relation = 'SURROGATE_PARENT' THEN 'SURROGATE'
    ELSE 'ACTING_PARENT' END;
COMMENT ON FUNCTION authority_of_relation(text) IS 'Authority under 34 CFR 300.30(a) that a relation suggests where no other is recorded (public)';

-- Each claim to the rights in force on a day, as known at an instant, and whether it prevails. Order of 34 CFR 300.520 and
-- 300.30(b): the adult student (or his representative), whom a court names, natural parents, then all others who qualify.
CREATE FUNCTION rights_standing(whose uuid, day date, known timestamptz)
RETURNS TABLE (guardian_id uuid, entry_id uuid, authority text, begins_on date, ends_on date,
               document_reference text, holds boolean, reason text)
LANGUAGE sql STABLE AS $$
    WITH entry AS (
        SELECT p.* FROM rights_period p
         WHERE p.student_id = whose AND p.known_from <= known AND (p.known_to IS NULL OR p.known_to > known)
    ), claim AS (
        SELECT e.guardian_id, e.entry_id, e.authority, e.effect, e.begins_on, e.ends_on, e.document_reference
          FROM entry e
         WHERE e.begins_on <= day AND (e.ends_on IS NULL OR e.ends_on >= day)
        UNION ALL
        SELECT g.guardian_id, NULL, authority_of_relation(g.relation), 'GRANTED', NULL, NULL, NULL
          FROM student_guardian g
         WHERE g.student_id = whose AND g.educational_rights
           AND NOT EXISTS (SELECT FROM rights_period p
                            WHERE p.student_id = whose AND p.guardian_id = g.guardian_id AND p.effect = 'GRANTED')
    ), judged AS (
        SELECT c.*,
               EXISTS (SELECT FROM claim w WHERE w.guardian_id = c.guardian_id AND w.effect = 'WITHHELD') AS withheld,
               EXISTS (SELECT FROM court_order o
                        WHERE o.student_id = whose AND o.guardian_id = c.guardian_id AND o.kind = 'NO_CONTACT'
                          AND o.revokes_record_access AND o.known_from <= known
                          AND (o.known_to IS NULL OR o.known_to > known)
                          AND o.begins_on <= day AND (o.ends_on IS NULL OR o.ends_on >= day)) AS revoked
          FROM claim c WHERE c.effect = 'GRANTED'
    ), ranked AS (
        SELECT j.*,
               bool_or(j.authority = 'ADULT_STUDENT') OVER () AS adult,
               bool_or(j.authority = 'STUDENT_REPRESENTATIVE' AND NOT j.withheld AND NOT j.revoked) OVER () AS represented,
               bool_or(j.authority = 'COURT_ORDER' AND NOT j.withheld AND NOT j.revoked) OVER () AS ordered,
               bool_or(j.authority = 'NATURAL_PARENT' AND NOT j.withheld AND NOT j.revoked) OVER () AS parented
          FROM judged j
    ), reasoned AS (
        SELECT r.*, CASE
                   WHEN r.revoked THEN 'RECORDS_REVOKED'
                   WHEN r.withheld THEN 'WITHHELD'
                   WHEN r.adult AND r.authority = 'ADULT_STUDENT' AND r.represented THEN 'REPRESENTED'
                   WHEN r.adult AND r.authority NOT IN ('ADULT_STUDENT', 'STUDENT_REPRESENTATIVE') THEN 'PASSED_TO_STUDENT'
                   WHEN NOT r.adult AND r.authority = 'STUDENT_REPRESENTATIVE' THEN 'NOT_YET_ADULT'
                   WHEN r.adult THEN r.authority
                   WHEN r.ordered AND r.authority <> 'COURT_ORDER' THEN 'OUTRANKED_BY_ORDER'
                   WHEN r.parented AND NOT r.ordered AND r.authority <> 'NATURAL_PARENT' THEN 'OUTRANKED_BY_PARENT'
                   ELSE r.authority END AS why
          FROM ranked r
    )
    SELECT y.guardian_id, y.entry_id, y.authority, y.begins_on, y.ends_on, y.document_reference,
           y.why = y.authority, y.why
      FROM reasoned y
$$;
COMMENT ON FUNCTION rights_standing(uuid, date, timestamptz) IS 'Claims to educational rights on a day as known at an instant, each with whether it prevails and why (sensitive)';

-- What each guardian of a student may do on a day, as known now.
CREATE FUNCTION guardian_standing(whose uuid, day date)
RETURNS TABLE (guardian_id uuid, educational_rights boolean, may_contact boolean, barred boolean)
LANGUAGE sql STABLE AS $$
    SELECT r.guardian_id, coalesce(h.holds, false), r.may_contact AND NOT b.barred, b.barred
      FROM student_guardian r
      LEFT JOIN (SELECT s.guardian_id, bool_or(s.holds) AS holds
                   FROM rights_standing(whose, day, 'infinity') s GROUP BY s.guardian_id) h
             ON h.guardian_id = r.guardian_id
     CROSS JOIN LATERAL (SELECT EXISTS (
           SELECT FROM court_order o
            WHERE o.student_id = whose AND o.guardian_id = r.guardian_id AND o.kind = 'NO_CONTACT' AND o.known_to IS NULL
              AND o.begins_on <= day AND (o.ends_on IS NULL OR o.ends_on >= day)) AS barred) b
     WHERE r.student_id = whose
$$;
COMMENT ON FUNCTION guardian_standing(uuid, date) IS 'What each guardian of a student may do on a day (sensitive)';

-- As before, and the guardians as the timelines have them today. A barred guardian, and an address that is not to be used,
-- go without e-mail, so that no service can write to them by mistake.
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
                      AND r.guardian_id = t.guardian_id
                 JOIN guardian g ON g.id = r.guardian_id AND g.district_id = r.district_id), '[]'))) AS profile
  FROM student s;
