-- Duties that go with a case, and so are its case manager's; tasks have owners of their own. Drafts of assessments are duties of
-- the case where nobody on the team fills them in. A request for consent is answered by the answer that names it, and by no other
-- of its kind. Repeatable: this is the one text of the view, changed in place, and no versioned migration defines it any more.
-- Defined before by V037, V056.
CREATE OR REPLACE VIEW case_duty WITH (security_invoker = true) AS
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
   AND NOT EXISTS (SELECT FROM consent k WHERE k.district_id = h.district_id AND k.request_id = h.subject_id)
UNION ALL
SELECT c.district_id, 'REFERRAL_DECISION', c.id, c.student_id, c.id, c.source, NULL, c.received_on
  FROM case_file c
 WHERE c.status = 'OPEN'
   AND NOT EXISTS (SELECT FROM case_happening a
                    WHERE a.district_id = c.district_id AND a.case_id = c.id AND a.kind = ANY (referral_decided_by()))
UNION ALL
SELECT a.district_id, 'DRAFT', a.case_id, c.student_id, a.id, a.instrument_key COLLATE "default", CAST(NULL AS date),
       a.administered_on
  FROM case_assessment a JOIN case_file c ON c.district_id = a.district_id AND c.id = a.case_id
 WHERE a.status = 'DRAFT' AND c.status = 'OPEN'
   AND NOT EXISTS (SELECT FROM case_team_member m
                    WHERE m.district_id = a.district_id AND m.case_id = a.case_id AND m.to_on IS NULL
                      AND m.staff_id = coalesce(a.taken_over_by, a.assessor_id));
GRANT SELECT ON case_duty TO ${app_role};
COMMENT ON VIEW case_duty IS 'Open duties of cases beside their tasks (sensitive)';
COMMENT ON COLUMN case_duty.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN case_duty.kind IS 'DEADLINE, MEETING, CONSENT_REQUEST, REFERRAL_DECISION or DRAFT (internal)';
COMMENT ON COLUMN case_duty.case_id IS 'Case (internal)';
COMMENT ON COLUMN case_duty.student_id IS 'Student of the case (internal)';
COMMENT ON COLUMN case_duty.subject_id IS 'The deadline, meeting, request, case or draft that it is about (internal)';
COMMENT ON COLUMN case_duty.code IS 'Step, kind of happening, source or instrument, by the kind of duty (sensitive)';
COMMENT ON COLUMN case_duty.due_on IS 'Day until which it is due; null where none is set (sensitive)';
COMMENT ON COLUMN case_duty.since IS 'Day from which it has been a duty (sensitive)';
