-- A run after one whose import kept rows out reads its records once more.
ALTER TABLE roster_pull ADD COLUMN repeats uuid;
COMMENT ON COLUMN roster_pull.repeats IS 'Run whose records are read once more, since its import kept rows out (internal)';
