-- What the roster says of guardians, beside what the school recorded and courts ordered.

INSERT INTO rights_rule VALUES
    ('PRESUMED_PARENT', '34 CFR 99.4, 300.30(b)(1)', 'The roster names this person as mother or father; presumed to have the rights until the school records, or a court orders, otherwise.', 'M', 'med'),
    ('OUTRANKED_BY_RECORD', '34 CFR 300.30(a)', 'The school recorded somebody who acts as the parent; that the roster names a mother or father is only a presumption.', 'M', 'med');

-- As before, but of a guardianship that the roster brought the rights are only presumed (34 CFR 99.4: either parent has
-- them, unless there is evidence to the contrary). A presumption stands beside recorded parents; anybody else whom the
-- school recorded comes first, since a roster shows neither who acts as the parent nor who is one by law.
CREATE OR REPLACE FUNCTION rights_standing(whose uuid, day date, known timestamptz)
RETURNS TABLE (guardian_id uuid, entry_id uuid, authority text, begins_on date, ends_on date,
               document_reference text, holds boolean, reason text)
LANGUAGE sql STABLE AS $$
    WITH entry AS (
        SELECT p.* FROM rights_period p
         WHERE p.student_id = whose AND p.known_from <= known AND (p.known_to IS NULL OR p.known_to > known)
    ), claim AS (
        SELECT e.guardian_id, e.entry_id, e.authority, e.effect, e.begins_on, e.ends_on, e.document_reference,
               false AS presumed
          FROM entry e
         WHERE e.begins_on <= day AND (e.ends_on IS NULL OR e.ends_on >= day)
        UNION ALL
        SELECT g.guardian_id, NULL, authority_of_relation(g.relation), 'GRANTED', NULL, NULL, NULL,
               g.source = 'ROSTER'
          FROM student_guardian g
         WHERE g.student_id = whose AND g.educational_rights AND (g.ended_on IS NULL OR g.ended_on > day)
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
               bool_or(j.authority = 'NATURAL_PARENT' AND NOT j.withheld AND NOT j.revoked AND NOT j.presumed) OVER () AS parented,
               bool_or(NOT j.presumed AND NOT j.withheld AND NOT j.revoked AND j.authority IN
                       ('FOSTER_PARENT', 'LEGAL_GUARDIAN', 'ACTING_PARENT', 'SURROGATE')) OVER () AS recorded
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
                   WHEN r.presumed AND r.recorded AND NOT r.parented THEN 'OUTRANKED_BY_RECORD'
                   ELSE r.authority END AS why
          FROM ranked r
    )
    SELECT y.guardian_id, y.entry_id, y.authority, y.begins_on, y.ends_on, y.document_reference,
           y.why = y.authority, CASE WHEN y.why = y.authority AND y.presumed THEN 'PRESUMED_PARENT' ELSE y.why END
      FROM reasoned y
$$;

-- As before, without guardianships that ended; only an order goes on barring the person.
CREATE OR REPLACE FUNCTION guardian_standing(whose uuid, day date)
RETURNS TABLE (guardian_id uuid, educational_rights boolean, may_contact boolean, barred boolean)
LANGUAGE sql STABLE AS $$
    SELECT r.guardian_id, coalesce(h.holds, false) AND e.stands, r.may_contact AND NOT b.barred AND e.stands, b.barred
      FROM student_guardian r
      LEFT JOIN (SELECT s.guardian_id, bool_or(s.holds) AS holds
                   FROM rights_standing(whose, day, 'infinity') s GROUP BY s.guardian_id) h
             ON h.guardian_id = r.guardian_id
     CROSS JOIN LATERAL (SELECT r.ended_on IS NULL OR r.ended_on > day AS stands) e
     CROSS JOIN LATERAL (SELECT EXISTS (
           SELECT FROM court_order o
            WHERE o.student_id = whose AND o.guardian_id = r.guardian_id AND o.kind = 'NO_CONTACT' AND o.known_to IS NULL
              AND o.begins_on <= day AND (o.ends_on IS NULL OR o.ends_on >= day)) AS barred) b
     WHERE r.student_id = whose AND (e.stands OR b.barred)
$$;

-- As before, without guardianships that ended.
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
                      AND r.guardian_id = t.guardian_id AND r.ended_on IS NULL
                 JOIN guardian g ON g.id = r.guardian_id AND g.district_id = r.district_id), '[]'))) AS profile
  FROM student s;
