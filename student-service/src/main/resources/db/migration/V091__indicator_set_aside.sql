-- A student whose indicators cannot be computed is set aside, so that his district's others do not wait for him.
ALTER TABLE indicator_dirty
    ADD COLUMN failures  integer NOT NULL DEFAULT 0,
    ADD COLUMN failed_at timestamptz,
    ADD COLUMN retry_at  timestamptz;
CREATE INDEX indicator_dirty_aside_idx ON indicator_dirty (failures) WHERE failures > 0;
COMMENT ON COLUMN indicator_dirty.failures IS 'How often computing has failed for this student alone; 0 for who only waits (internal)';
COMMENT ON COLUMN indicator_dirty.failed_at IS 'When it failed last; who is marked afterwards is tried at once (internal)';
COMMENT ON COLUMN indicator_dirty.retry_at IS 'When it is tried again without new data (internal)';
