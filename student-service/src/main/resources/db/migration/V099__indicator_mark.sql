-- Whether a student was marked again after an attempt began is told by a number that no two marks share: times of transactions cannot,
-- since a mark that is dated before a failure may be committed after it. Who is set aside is due once more.
CREATE SEQUENCE indicator_mark;
GRANT USAGE ON SEQUENCE indicator_mark TO ${app_role}, ${relay_role};

ALTER TABLE indicator_dirty
    ADD COLUMN mark        bigint NOT NULL DEFAULT nextval('indicator_mark'),
    ADD COLUMN failed_mark bigint;
COMMENT ON COLUMN indicator_dirty.mark IS 'Number of the last mark; never the same twice (internal)';
COMMENT ON COLUMN indicator_dirty.failed_mark IS 'Mark that the attempt which failed last has seen; while it is the last mark, the student waits (internal)';
COMMENT ON COLUMN indicator_dirty.failed_at IS 'When it failed last (internal)';

-- Whoever marks says so by marked_at.
CREATE FUNCTION mark_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.mark := nextval('indicator_mark');
    RETURN NEW;
END $$;
COMMENT ON FUNCTION mark_anew() IS 'Gives each mark of a student its own number (public)';
CREATE TRIGGER indicator_dirty_marked BEFORE UPDATE OF marked_at ON indicator_dirty
    FOR EACH ROW EXECUTE FUNCTION mark_anew();
