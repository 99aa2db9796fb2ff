-- Locks records of students together or none of them, however others that write them went about it: whoever waits here
-- holds neither, so that he and one who has locked them in another order never wait for each other.
CREATE FUNCTION lock_students(ids uuid[], patience interval) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    until timestamptz := clock_timestamp() + patience;
BEGIN
    LOOP
        BEGIN
            PERFORM 1 FROM student WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE NOWAIT;
            RETURN true;
        EXCEPTION WHEN lock_not_available THEN
            NULL;
        END;
        IF clock_timestamp() > until THEN
            RETURN false;
        END IF;
        PERFORM pg_sleep(0.02);
    END LOOP;
END $$;
COMMENT ON FUNCTION lock_students(uuid[], interval) IS 'Locks records of students, all or none; false when that took too long (public)';
