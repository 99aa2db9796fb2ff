-- Cases that went from one member of staff to another, with every duty that went along.

CREATE TABLE hand_over (
    district_id   uuid NOT NULL DEFAULT current_district(),
    id            uuid NOT NULL,
    case_id       uuid NOT NULL,
    student_id    uuid NOT NULL,
    from_staff_id uuid NOT NULL,
    to_staff_id   uuid NOT NULL,
    roles         text[] NOT NULL,
    handed_on     date NOT NULL,
    handed_at     timestamptz NOT NULL,
    reason        text NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    CHECK (from_staff_id <> to_staff_id)
);
CREATE INDEX hand_over_case ON hand_over (district_id, case_id, id);
COMMENT ON TABLE hand_over IS 'Hand-overs of cases between members of staff. (sensitive)';
COMMENT ON COLUMN hand_over.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN hand_over.id IS 'Id of the hand-over. (internal)';
COMMENT ON COLUMN hand_over.case_id IS 'The case. (internal)';
COMMENT ON COLUMN hand_over.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN hand_over.from_staff_id IS 'Who gave it. (internal)';
COMMENT ON COLUMN hand_over.to_staff_id IS 'Who took it. (internal)';
COMMENT ON COLUMN hand_over.roles IS 'Roles on the team that went along. (internal)';
COMMENT ON COLUMN hand_over.handed_on IS 'First day of the new member. (internal)';
COMMENT ON COLUMN hand_over.handed_at IS 'When it was entered. (internal)';
COMMENT ON COLUMN hand_over.reason IS 'Why; it may be about a member of staff, and so is in no export of a student''s record. (sealed)';
CALL protect('hand_over');

CREATE TABLE hand_over_duty (
    district_id  uuid NOT NULL DEFAULT current_district(),
    hand_over_id uuid NOT NULL,
    kind         text NOT NULL,
    subject_id   uuid NOT NULL,
    code         text NOT NULL,
    due_on       date,
    PRIMARY KEY (district_id, hand_over_id, kind, subject_id),
    FOREIGN KEY (district_id, hand_over_id) REFERENCES hand_over (district_id, id)
);
COMMENT ON TABLE hand_over_duty IS 'Open duties that went along with a hand-over. (sensitive)';
COMMENT ON COLUMN hand_over_duty.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN hand_over_duty.hand_over_id IS 'The hand-over. (internal)';
COMMENT ON COLUMN hand_over_duty.kind IS 'Kind of duty, such as TASK or DEADLINE. (internal)';
COMMENT ON COLUMN hand_over_duty.subject_id IS 'Id of the task, deadline, meeting or request. (internal)';
COMMENT ON COLUMN hand_over_duty.code IS 'What it is about, as a code. (sensitive)';
COMMENT ON COLUMN hand_over_duty.due_on IS 'By when it is due, if it is. (sensitive)';
CALL protect('hand_over_duty');

-- What shows that somebody decided on a referral; a later feature with a decision of its own replaces this function.
CREATE FUNCTION referral_decided_by() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY['REFERRAL_ACCEPTED_FOR_EVALUATION', 'REFERRAL_REFUSED', 'SUPPORT_DECIDED', 'SUPPORT_DECIDED_ON_REQUEST',
                 'CONSENT_REQUESTED', 'OTHER_CONSENT_REQUESTED', 'EVALUATION_CONSENT_GIVEN', 'SERVICES_CONSENT_GIVEN',
                 'CONSENT_GIVEN', 'CONSENT_REFUSED', 'EXISTING_DATA_REVIEWED', 'EVALUATION_PLANNED', 'CASE_CLOSED'];
COMMENT ON FUNCTION referral_decided_by() IS 'Kinds of happening after which a referral no longer waits for a decision (public)';

-- Duties that go with a case, and so are its case manager's; tasks have owners of their own.
CREATE VIEW case_duty WITH (security_invoker = true) AS
SELECT d.district_id, 'DEADLINE' AS kind, d.case_id, d.student_id, d.id AS subject_id, d.step AS code, d.due_on,
       d.started_on AS since
  FROM case_deadline d WHERE d.status <> 'ENDED'
UNION ALL
SELECT h.district_id, 'MEETING', h.case_id, h.student_id, h.id, h.kind, h.on_date, h.on_date
  FROM case_happening h JOIN case_file c ON c.district_id = h.district_id AND c.id = h.case_id
 WHERE h.law_events @> ARRAY['IEP_MEETING_SCHEDULED'] AND c.status = 'OPEN'
UNION ALL
SELECT f.district_id, 'MEETING', f.case_id, c.student_id, f.case_id, 'IEP_MEETING_SCHEDULED',
       CAST(f.dates ->> 'IEP_MEETING_SCHEDULED' AS date),
       CAST(f.dates ->> 'IEP_MEETING_SCHEDULED' AS date)
  FROM case_deadline_facts f JOIN case_file c ON c.district_id = f.district_id AND c.id = f.case_id
 WHERE f.dates ->> 'IEP_MEETING_SCHEDULED' IS NOT NULL AND c.status = 'OPEN'
UNION ALL
SELECT h.district_id, 'CONSENT_REQUEST', h.case_id, h.student_id, h.subject_id, h.kind, NULL, h.on_date
  FROM case_happening h JOIN case_file c ON c.district_id = h.district_id AND c.id = h.case_id
 WHERE h.kind IN ('CONSENT_REQUESTED', 'OTHER_CONSENT_REQUESTED') AND c.status = 'OPEN'
   AND NOT EXISTS (SELECT FROM case_happening a
                    WHERE a.district_id = h.district_id AND a.case_id = h.case_id AND a.id > h.id
                      AND (a.kind = 'CONSENT_REFUSED'
                           OR a.kind LIKE '%CONSENT_GIVEN'
                              AND (a.subject_id = h.subject_id
                                   OR (a.kind = 'EVALUATION_CONSENT_GIVEN') = (h.kind = 'CONSENT_REQUESTED'))))
UNION ALL
SELECT c.district_id, 'REFERRAL_DECISION', c.id, c.student_id, c.id, c.source, NULL, c.received_on
  FROM case_file c
 WHERE c.status = 'OPEN'
   AND NOT EXISTS (SELECT FROM case_happening a
                    WHERE a.district_id = c.district_id AND a.case_id = c.id AND a.kind = ANY (referral_decided_by()));
GRANT SELECT ON case_duty TO ${app_role};
COMMENT ON VIEW case_duty IS 'Open duties of cases beside their tasks (sensitive)';
