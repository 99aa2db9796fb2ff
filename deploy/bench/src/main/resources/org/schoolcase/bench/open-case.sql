-- The transaction of POST /v1/cases as the case service sends it (KnownAnswers, NewCases, Happenings, JournalWriter): five
-- round trips, the BEGIN travelling with the first statement as the driver sends it. Ids come from the client's number and a
-- counter instead of the service's generator.
\set i :i + 1
\set n :client_id * 100000 + :i
\startpipeline
BEGIN;
SELECT l.mine, k.fingerprint, k.status, k.location, k.etag, CAST(k.body AS text) AS body
  FROM (SELECT coalesce(current_agency(), current_district()) AS tenant, :actor::text AS caller, 'POST /v1/cases'::text AS operation,
               CAST(:n AS text) AS key) q
 CROSS JOIN LATERAL (SELECT pg_try_advisory_xact_lock(hashtextextended(
           concat_ws(chr(10), q.tenant, q.caller, q.operation, q.key), 0)) AS mine) l
  LEFT JOIN idempotency_key k ON k.tenant_id = q.tenant
       AND k.caller = q.caller AND k.operation = q.operation AND k.key = q.key;
\endpipeline
WITH student AS (
    SELECT s.id FROM student_profile s
    WHERE s.id = CAST('20000000-0000-4000-8000-' || lpad(to_hex(CAST(:n AS bigint)), 12, '0') AS uuid)
      AND (true OR s.school_ids && CAST('{}' AS uuid[]))
), opened AS (
    INSERT INTO case_file (id, student_id, source, reason, barriers, received_on, opened_on, status, version)
    SELECT CAST('30000000-0000-4000-8000-' || lpad(to_hex(CAST(:n AS bigint)), 12, '0') AS uuid), student.id, 'STAFF',
           'Falls behind in reading.', CAST('{ACADEMIC}' AS text[]), CAST(:day AS date), CAST(:day AS date), 'OPEN', 0
    FROM student
    ON CONFLICT (district_id, student_id) WHERE status = 'OPEN' AND parallel_to IS NULL DO NOTHING
    RETURNING id
), manager AS (
    INSERT INTO case_team_member (case_id, staff_id, role, from_on)
    SELECT id, CAST(:staff AS uuid), 'CASE_MANAGER', CAST(:day AS date) FROM opened
)
SELECT EXISTS (SELECT 1 FROM student) AS known, EXISTS (SELECT 1 FROM opened) AS stored;
INSERT INTO case_happening (id, case_id, student_id, kind, on_date, recorded_at, by_staff, subject_id, sealed, law_events)
VALUES (uuidv7(), CAST('30000000-0000-4000-8000-' || lpad(to_hex(CAST(:n AS bigint)), 12, '0') AS uuid),
        CAST('20000000-0000-4000-8000-' || lpad(to_hex(CAST(:n AS bigint)), 12, '0') AS uuid), 'CASE_OPENED', CAST(:day AS date),
        clock_timestamp(), CAST(:staff AS uuid), CAST('30000000-0000-4000-8000-' || lpad(to_hex(CAST(:n AS bigint)), 12, '0') AS uuid),
        false, CAST('{WRITTEN_REFERRAL_RECEIVED}' AS text[]));
WITH one AS (
    INSERT INTO outbox_event (id, topic, event_key, type, occurred_at, data, traceparent)
    SELECT e.id, e.topic, e.event_key, e.type, e.occurred_at, e.data::jsonb, e.traceparent
      FROM unnest(ARRAY[uuidv7()], ARRAY['schoolcase.case.events'],
                  ARRAY['30000000-0000-4000-8000-' || lpad(to_hex(CAST(:n AS bigint)), 12, '0')],
                  ARRAY['org.schoolcase.case.opened.v1'], ARRAY[clock_timestamp()],
                  ARRAY['{"caseId":"30000000-0000-4000-8000-000000000001","studentId":"20000000-0000-4000-8000-000000000001","caseManagerId":"20000000-0000-4000-8000-000000000002","openedOn":"2026-09-08"}'],
                  ARRAY['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'])
           WITH ORDINALITY AS e (id, topic, event_key, type, occurred_at, data, traceparent, place)
     ORDER BY e.place
), two AS (
    INSERT INTO audit_entry (district_id, id, at, actor, roles, action, outcome, entity, entity_id, student_id,
                             fields, basis, request_id)
    SELECT a.* FROM unnest(ARRAY[CAST(:district AS uuid)], ARRAY[uuidv7()], ARRAY[clock_timestamp()], ARRAY[CAST(:actor AS text)],
                           ARRAY['coordinator'], ARRAY['case.open'], ARRAY['DONE'], ARRAY['case'],
                           ARRAY[CAST('30000000-0000-4000-8000-' || lpad(to_hex(CAST(:n AS bigint)), 12, '0') AS uuid)],
                           ARRAY[CAST('20000000-0000-4000-8000-' || lpad(to_hex(CAST(:n AS bigint)), 12, '0') AS uuid)],
                           ARRAY['source,reason,barriers,receivedOn'], ARRAY[CAST(null AS text)],
                           ARRAY['4bf92f3577b34da6a3ce929d0e0e4736']) AS a
)
INSERT INTO idempotency_key (caller, operation, key, fingerprint, status, location, etag, body)
VALUES (:actor, 'POST /v1/cases', CAST(:n AS text), '\x9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 201,
        '/v1/cases/30000000-0000-4000-8000-000000000001', '"v0"',
        '{"id":"30000000-0000-4000-8000-000000000001","studentId":"20000000-0000-4000-8000-000000000001","source":"STAFF","reason":"Falls behind in reading.","barriers":["ACADEMIC"],"receivedOn":"2026-09-08","openedOn":"2026-09-08","status":"OPEN","team":[{"staffId":"20000000-0000-4000-8000-000000000002","role":"CASE_MANAGER","from":"2026-09-08"}]}'::jsonb);
COMMIT;
