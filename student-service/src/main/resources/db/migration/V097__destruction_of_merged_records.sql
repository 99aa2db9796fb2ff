-- A merged record stands still whoever writes, but for the destruction of the record that it was merged into: what 34 CFR
-- 300.624(b) does not let stay must not stay under its old id. The destruction says so in app.destruction, for its transaction.
CREATE OR REPLACE FUNCTION keep_merged_student() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RETURN CASE WHEN current_setting('app.destruction', true) = 'true' THEN NEW END;
END $$;
