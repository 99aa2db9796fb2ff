DELETE FROM student_profile;
INSERT INTO student_profile (id, version, given_name, family_name, grade, birth_date, school_ids, language, active)
SELECT md5('s' || n)::uuid, 1, 'Ada', 'Inkwell', to_char(n % 12 + 1, 'FM00'), date '2014-01-01' + n % 2000,
       ARRAY[md5('school' || n % 40)::uuid], 'en', true
  FROM generate_series(1, :students) n;
INSERT INTO case_file (id, student_id, source, reason, barriers, received_on, opened_on, status, version)
SELECT md5('c' || n)::uuid, md5('s' || n)::uuid, 'STAFF', 'Falls behind in reading.', '{ACADEMIC}',
       date ':today' - 45, date ':today' - 45, 'OPEN', 0
  FROM generate_series(1, :cases) n;
INSERT INTO case_team_member (case_id, staff_id, role, from_on, added_at)
SELECT md5('c' || n)::uuid, CASE WHEN n <= :mine THEN ':me'::uuid ELSE md5('m' || n % :managers)::uuid END, 'CASE_MANAGER',
       date ':today' - 45, now() - interval '45 days'
  FROM generate_series(1, :cases) n;
INSERT INTO case_deadline (id, case_id, student_id, subject_id, completion_event, step, status, jurisdiction, start_event,
                           started_on, confidence, trace, set_at, version)
SELECT md5('d' || n)::uuid, md5('c' || n)::uuid, md5('s' || n)::uuid, md5('k' || n)::uuid, 'EVALUATION_REPORTED',
       'INITIAL_EVALUATION', 'NO_COMPUTED_DEADLINE', 'US-TX', 'CONSENT_RECEIVED', date ':today' - n % 40, 'HIGH', '[]', now(), 0
  FROM generate_series(1, :cases) n;
INSERT INTO case_happening (id, case_id, student_id, kind, on_date, recorded_at, subject_id, sealed, law_events)
SELECT uuidv7(make_interval(days => -4 * k)), md5('c' || n)::uuid, md5('s' || n)::uuid,
       (ARRAY['CASE_OPENED', 'CONSENT_REQUESTED', 'EVALUATION_CONSENT_GIVEN', 'TASK_ADDED'])[k % 4 + 1],
       CASE WHEN k = 2 THEN date ':today' - n % 40 ELSE date ':today' - 4 * k END, now() - make_interval(days => 4 * k),
       md5('k' || n)::uuid, false, CASE WHEN k = 2 THEN ARRAY['CONSENT_RECEIVED'] ELSE '{}' END
  FROM generate_series(1, :cases) n, generate_series(1, 8) k;
INSERT INTO case_deadline_facts (case_id, dates, absences, extension, circumstances, version)
SELECT md5('c' || n)::uuid, jsonb_build_object('IEP_MEETING_SCHEDULED', date ':today' + n % 50), n % 5, 0, '{}', 1
  FROM generate_series(1, :cases, 2) n;
INSERT INTO case_task (id, case_id, student_id, kind, text, links, owner_id, due_on, state, created_at, closed_at, version)
SELECT gen_random_uuid(), md5('c' || n)::uuid, md5('s' || n)::uuid, 'FOLLOW_UP', 'Ask again.', '{}',
       CASE WHEN n <= :mine THEN ':me'::uuid ELSE md5('m' || n % :managers)::uuid END, date ':today' - 5 + n % 60,
       CASE WHEN k = 1 THEN 'OPEN' ELSE 'DONE' END, now(), CASE WHEN k = 1 THEN NULL ELSE now() END, 0
  FROM generate_series(1, :cases) n, generate_series(1, 3) k;
VACUUM ANALYZE;
CHECKPOINT
