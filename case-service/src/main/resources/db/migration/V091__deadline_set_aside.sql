-- A case whose deadlines cannot be computed is set aside, so that the others of its district do not wait for it.
ALTER TABLE deadline_dirty
    ADD COLUMN failures  integer NOT NULL DEFAULT 0,
    ADD COLUMN failed_at timestamptz,
    ADD COLUMN retry_at  timestamptz;
CREATE INDEX deadline_dirty_aside ON deadline_dirty (failures) WHERE failures > 0;
COMMENT ON COLUMN deadline_dirty.failures IS 'How often computing has failed for this case alone; 0 for one that only waits. (internal)';
COMMENT ON COLUMN deadline_dirty.failed_at IS 'When it failed last; a case that is marked afterwards is tried at once. (internal)';
COMMENT ON COLUMN deadline_dirty.retry_at IS 'When it is tried again without new data. (internal)';

-- Marks once more what is marked already: what was set aside is tried at once, and what is just being computed is computed anew.
CREATE OR REPLACE FUNCTION mark_deadlines_of_moved_student() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO deadline_dirty (district_id, case_id, because)
    SELECT DISTINCT d.district_id, d.case_id, 'SCHOOL' FROM case_deadline d
     WHERE d.district_id = NEW.district_id AND d.student_id = NEW.id AND d.status <> 'ENDED'
     ORDER BY d.case_id
    ON CONFLICT (district_id, case_id) DO UPDATE SET marked_at = now();
    RETURN NULL;
END $$;
