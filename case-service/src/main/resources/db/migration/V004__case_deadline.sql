-- Dates that law sets for a case, with the way they were counted.

CREATE TABLE case_deadline (
    district_id  uuid NOT NULL DEFAULT current_district(),
    id           uuid NOT NULL,
    case_id      uuid NOT NULL,
    student_id   uuid NOT NULL,
    consent_id   uuid,
    step         text NOT NULL,
    status       text NOT NULL CHECK (status IN ('OPEN', 'ENDED', 'NO_COMPUTED_DEADLINE')),
    jurisdiction text NOT NULL,
    rule_id      text,
    start_event  text NOT NULL,
    started_on   date NOT NULL,
    due_on       date,
    act_by       date,
    citation     text,
    confidence   text NOT NULL,
    explanation  text,
    trace        jsonb NOT NULL,
    set_at       timestamptz NOT NULL,
    ended_on     date,
    ended_by     text,
    version      bigint NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    FOREIGN KEY (district_id, consent_id) REFERENCES consent (district_id, id),
    CHECK (status <> 'OPEN' OR due_on IS NOT NULL)
);
CREATE INDEX case_deadline_case ON case_deadline (district_id, case_id, id);
CREATE INDEX case_deadline_consent ON case_deadline (district_id, consent_id);
CREATE INDEX case_deadline_due ON case_deadline (district_id, due_on, id) WHERE status = 'OPEN';
COMMENT ON TABLE case_deadline IS 'Deadlines of law for a case; ended ones stay. (sensitive)';
COMMENT ON COLUMN case_deadline.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN case_deadline.id IS 'Id of the deadline. (internal)';
COMMENT ON COLUMN case_deadline.case_id IS 'The case. (internal)';
COMMENT ON COLUMN case_deadline.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN case_deadline.consent_id IS 'The consent that started the clock. (internal)';
COMMENT ON COLUMN case_deadline.step IS 'Which step is due. (sensitive)';
COMMENT ON COLUMN case_deadline.status IS 'OPEN, ENDED, or NO_COMPUTED_DEADLINE where the rule cannot be counted. (sensitive)';
COMMENT ON COLUMN case_deadline.jurisdiction IS 'Whose law applies. (public)';
COMMENT ON COLUMN case_deadline.rule_id IS 'Rule of the rule files. (public)';
COMMENT ON COLUMN case_deadline.start_event IS 'The event that is day 0. (sensitive)';
COMMENT ON COLUMN case_deadline.started_on IS 'Date of day 0. (sensitive)';
COMMENT ON COLUMN case_deadline.due_on IS 'Last day on which the step is in time. (sensitive)';
COMMENT ON COLUMN case_deadline.act_by IS 'Advisory working day before a due date on a weekend. (sensitive)';
COMMENT ON COLUMN case_deadline.citation IS 'Where the rule stands. (public)';
COMMENT ON COLUMN case_deadline.confidence IS 'How sure the source makes us. (public)';
COMMENT ON COLUMN case_deadline.explanation IS 'Why there is no computed date. (public)';
COMMENT ON COLUMN case_deadline.trace IS 'The count in ranges of days. (sensitive)';
COMMENT ON COLUMN case_deadline.set_at IS 'When it was computed. (internal)';
COMMENT ON COLUMN case_deadline.ended_on IS 'Date from which it no longer runs. (sensitive)';
COMMENT ON COLUMN case_deadline.ended_by IS 'Why it no longer runs. (sensitive)';
COMMENT ON COLUMN case_deadline.version IS 'Grows with each change. (internal)';
CALL protect('case_deadline');
