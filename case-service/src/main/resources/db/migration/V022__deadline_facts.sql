-- What the engine is told of a case beyond consents, and the cases to compute anew.

CREATE TABLE case_deadline_facts (
    district_id   uuid NOT NULL DEFAULT current_district(),
    case_id       uuid NOT NULL,
    dates         jsonb NOT NULL,
    absences      integer NOT NULL CHECK (absences BETWEEN 0 AND 366),
    agreed_on     date,
    extension     integer NOT NULL CHECK (extension BETWEEN 0 AND 366),
    circumstances text[] NOT NULL,
    version       bigint NOT NULL,
    PRIMARY KEY (district_id, case_id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id)
);
COMMENT ON TABLE case_deadline_facts IS 'Facts of a case that law counts with. (sensitive)';
COMMENT ON COLUMN case_deadline_facts.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN case_deadline_facts.case_id IS 'The case. (internal)';
COMMENT ON COLUMN case_deadline_facts.dates IS 'Dated events by name. (sensitive)';
COMMENT ON COLUMN case_deadline_facts.absences IS 'School days absent since the clock started. (sensitive)';
COMMENT ON COLUMN case_deadline_facts.agreed_on IS 'Date of a written agreement. (sensitive)';
COMMENT ON COLUMN case_deadline_facts.extension IS 'Days by which a written agreement extends. (sensitive)';
COMMENT ON COLUMN case_deadline_facts.circumstances IS 'What is so in the case. (sensitive)';
COMMENT ON COLUMN case_deadline_facts.version IS 'Grows with each change. (internal)';
CALL protect('case_deadline_facts');

CREATE TABLE deadline_dirty (
    district_id uuid NOT NULL DEFAULT current_district(),
    case_id     uuid NOT NULL,
    because     text NOT NULL,
    marked_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (district_id, case_id)
);
COMMENT ON TABLE deadline_dirty IS 'Cases whose deadlines must be computed anew. (internal)';
COMMENT ON COLUMN deadline_dirty.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN deadline_dirty.case_id IS 'The case. (internal)';
COMMENT ON COLUMN deadline_dirty.because IS 'What changed: CALENDAR, RULE, LAW, FACT, SCHOOL. (internal)';
COMMENT ON COLUMN deadline_dirty.marked_at IS 'When it changed. (internal)';
CALL protect('deadline_dirty');
CALL open_to_relay('deadline_dirty');

CREATE TABLE deadline_law (
    district_id uuid NOT NULL DEFAULT current_district(),
    fingerprint text NOT NULL,
    PRIMARY KEY (district_id)
);
COMMENT ON TABLE deadline_law IS 'Which text of the rule files a district''s deadlines were last computed with. (internal)';
COMMENT ON COLUMN deadline_law.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN deadline_law.fingerprint IS 'Hash of the rule files. (internal)';
CALL protect('deadline_law');

CREATE FUNCTION mark_deadlines_of_moved_student() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO deadline_dirty (district_id, case_id, because)
    SELECT DISTINCT d.district_id, d.case_id, 'SCHOOL' FROM case_deadline d
     WHERE d.district_id = NEW.district_id AND d.student_id = NEW.id AND d.status <> 'ENDED'
    ON CONFLICT (district_id, case_id) DO NOTHING;
    RETURN NULL;
END $$;
CREATE INDEX case_deadline_student ON case_deadline (district_id, student_id) WHERE status <> 'ENDED';
CREATE TRIGGER student_moved AFTER UPDATE OF school_ids, birth_date ON student_profile FOR EACH ROW
    WHEN (OLD.school_ids IS DISTINCT FROM NEW.school_ids OR OLD.birth_date IS DISTINCT FROM NEW.birth_date)
    EXECUTE FUNCTION mark_deadlines_of_moved_student();
