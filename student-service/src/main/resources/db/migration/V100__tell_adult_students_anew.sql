-- From whom the rights passed to an adult student, so that required notices go to both (34 CFR 300.520(a)(1)(i)), others read of
-- his state, and what was read of it by a former release does not come again by itself. It is told anew, in a new version, as
-- after a change.
DO $$
DECLARE
    d uuid;
BEGIN
    FOR d IN SELECT id FROM district LOOP
        PERFORM set_config('app.district', d::text, true);
        UPDATE student s SET version = s.version + 1
         WHERE s.district_id = d AND s.merged_into IS NULL
           AND s.id IN (SELECT p.student_id FROM rights_period p WHERE p.guardian_id IS NULL AND p.known_to IS NULL);
        INSERT INTO outbox_event (id, topic, event_key, type, occurred_at, data)
        SELECT uuidv7(), 'schoolcase.student.state', s.id::text, 'org.schoolcase.student.profile.v1', now(), t.profile
          FROM student s
         CROSS JOIN LATERAL (SELECT v.profile FROM student_profile_json v WHERE v.student_id = s.id OFFSET 0) t
         WHERE s.district_id = d AND s.merged_into IS NULL
           AND s.id IN (SELECT p.student_id FROM rights_period p WHERE p.guardian_id IS NULL AND p.known_to IS NULL);
    END LOOP;
    PERFORM set_config('app.district', '', true);
END $$;
