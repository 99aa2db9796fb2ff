-- Deadlines that law sets in words, and what a computed one says beyond its date.

ALTER TABLE case_deadline DROP CONSTRAINT case_deadline_status_check;
ALTER TABLE case_deadline ADD CONSTRAINT case_deadline_status_check
    CHECK (status IN ('OPEN', 'ENDED', 'NO_COMPUTED_DEADLINE', 'NO_NUMERIC_DEADLINE'));
ALTER TABLE case_deadline ADD COLUMN notes text[] NOT NULL DEFAULT '{}';
ALTER TABLE case_deadline ADD COLUMN unextended date;
CREATE INDEX case_deadline_running ON case_deadline (district_id, case_id) WHERE status <> 'ENDED';
COMMENT ON COLUMN case_deadline.notes IS 'What else a reader must know of the count. (sensitive)';
COMMENT ON COLUMN case_deadline.unextended IS 'The limit without an agreed extension. (sensitive)';
COMMENT ON COLUMN case_deadline.status IS 'OPEN, ENDED, NO_COMPUTED_DEADLINE where a fact or calendar is missing, NO_NUMERIC_DEADLINE where law has words. (sensitive)';
