-- What happened in a case, in order: clocks of law, actions, tasks and the timeline all read it.

CREATE TABLE case_happening (
    district_id uuid        NOT NULL DEFAULT current_district(),
    id          uuid        NOT NULL,
    case_id     uuid        NOT NULL,
    student_id  uuid        NOT NULL,
    kind        text        NOT NULL,
    on_date     date        NOT NULL,
    recorded_at timestamptz NOT NULL,
    by_staff    uuid,
    subject_id  uuid        NOT NULL,
    sealed      boolean     NOT NULL,
    law_events  text[]      NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id)
);
CREATE INDEX case_happening_case ON case_happening (district_id, case_id, id);
CREATE INDEX case_happening_student ON case_happening (district_id, student_id, on_date, id);
COMMENT ON TABLE case_happening IS 'What happened in cases; rows are added and never changed. (sensitive)';
COMMENT ON COLUMN case_happening.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN case_happening.id IS 'Id of the happening; grows with the order of recording. (internal)';
COMMENT ON COLUMN case_happening.case_id IS 'The case. (internal)';
COMMENT ON COLUMN case_happening.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN case_happening.kind IS 'What happened. (sensitive)';
COMMENT ON COLUMN case_happening.on_date IS 'Civil date of the district on which it happened. (sensitive)';
COMMENT ON COLUMN case_happening.recorded_at IS 'When it was recorded. (internal)';
COMMENT ON COLUMN case_happening.by_staff IS 'Staff member who recorded it, if one did. (internal)';
COMMENT ON COLUMN case_happening.subject_id IS 'The consent, decision, note or other thing it is about. (internal)';
COMMENT ON COLUMN case_happening.sealed IS 'Whether most readers learn that it happened, and not what. (internal)';
COMMENT ON COLUMN case_happening.law_events IS 'Events of law that it is, which clocks start and end with. (sensitive)';
CALL protect('case_happening');
REVOKE UPDATE ON case_happening FROM ${app_role};
GRANT UPDATE (student_id) ON case_happening TO ${app_role};

-- The owner of the tables sees rows of all districts only while row-level security does not bind him.
ALTER TABLE case_file NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_deadline NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_happening NO FORCE ROW LEVEL SECURITY;
ALTER TABLE deadline_dirty NO FORCE ROW LEVEL SECURITY;

INSERT INTO case_happening (district_id, id, case_id, student_id, kind, on_date, recorded_at, subject_id, sealed, law_events)
SELECT c.district_id, c.id, c.id, c.student_id, 'CASE_OPENED', c.received_on, c.opened_on, c.id, false,
       CASE WHEN c.source = 'INDICATOR' THEN '{}' ELSE '{WRITTEN_REFERRAL_RECEIVED}' END::text[]
  FROM case_file c;
INSERT INTO case_happening (district_id, id, case_id, student_id, kind, on_date, recorded_at, subject_id, sealed, law_events)
SELECT k.district_id, k.id, k.case_id, c.student_id,
       CASE WHEN k.decision = 'REFUSED' THEN 'CONSENT_REFUSED'
            WHEN k.kind = 'EVALUATION' THEN 'EVALUATION_CONSENT_GIVEN'
            WHEN k.kind = 'REEVALUATION' THEN 'REEVALUATION_CONSENT_GIVEN'
            WHEN k.kind = 'SERVICES' THEN 'SERVICES_CONSENT_GIVEN'
            ELSE 'CONSENT_GIVEN' END,
       k.received_on, k.recorded_at, k.id, false,
       CASE WHEN k.decision = 'REFUSED' THEN '{}'
            WHEN k.kind = 'EVALUATION' THEN '{CONSENT_RECEIVED}'
            WHEN k.kind = 'REEVALUATION' THEN '{REEVALUATION_CONSENT_RECEIVED}'
            ELSE '{}' END::text[]
  FROM consent k JOIN case_file c ON c.district_id = k.district_id AND c.id = k.case_id;
INSERT INTO case_happening (district_id, id, case_id, student_id, kind, on_date, recorded_at, subject_id, sealed, law_events)
SELECT k.district_id, uuidv7(), k.case_id, c.student_id, 'CONSENT_REVOKED', k.revoked_on, k.recorded_at, k.id, false, '{}'
  FROM consent k JOIN case_file c ON c.district_id = k.district_id AND c.id = k.case_id
 WHERE k.revoked_on IS NOT NULL;
INSERT INTO case_happening (district_id, id, case_id, student_id, kind, on_date, recorded_at, subject_id, sealed, law_events)
SELECT c.district_id, uuidv7(), c.id, c.student_id, 'CASE_CLOSED', c.closed_on, c.closed_on, c.id, false, '{}'
  FROM case_file c WHERE c.closed_on IS NOT NULL;

-- A deadline is started by anything that happened, and ends with the event that its rule waits for.
ALTER TABLE case_deadline ADD COLUMN subject_id uuid;
ALTER TABLE case_deadline ADD COLUMN completion_event text;
UPDATE case_deadline SET subject_id = consent_id,
       completion_event = CASE WHEN rule_id LIKE '%evaluation' THEN 'EVALUATION_COMPLETED' ELSE 'STEP_COMPLETED' END;
ALTER TABLE case_deadline ALTER COLUMN subject_id SET NOT NULL;
ALTER TABLE case_deadline ALTER COLUMN completion_event SET NOT NULL;
ALTER TABLE case_deadline DROP COLUMN consent_id;
CREATE INDEX case_deadline_subject ON case_deadline (district_id, subject_id);
COMMENT ON COLUMN case_deadline.subject_id IS 'The consent, decision or other thing whose date started the clock. (internal)';
COMMENT ON COLUMN case_deadline.completion_event IS 'The event that the rule waits for. (sensitive)';
INSERT INTO deadline_dirty (district_id, case_id, because)
SELECT DISTINCT d.district_id, d.case_id, 'LAW' FROM case_deadline d WHERE d.status <> 'ENDED'
ON CONFLICT DO NOTHING;

ALTER TABLE case_file FORCE ROW LEVEL SECURITY;
ALTER TABLE consent FORCE ROW LEVEL SECURITY;
ALTER TABLE case_deadline FORCE ROW LEVEL SECURITY;
ALTER TABLE case_happening FORCE ROW LEVEL SECURITY;
ALTER TABLE deadline_dirty FORCE ROW LEVEL SECURITY;
