-- Two records of one student may each have an open case. Both go on; the one that follows is marked as parallel to the other.
-- Databases from before the record kit have the column already, and a procedure flag_parallel_case that nothing calls any more.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'case_file'::regclass AND attname = 'parallel_to') THEN
        ALTER TABLE case_file ADD COLUMN parallel_to uuid;
        ALTER TABLE case_file ADD FOREIGN KEY (district_id, parallel_to) REFERENCES case_file (district_id, id);
        DROP INDEX case_file_one_open;
        CREATE UNIQUE INDEX case_file_one_open ON case_file (district_id, student_id) WHERE status = 'OPEN' AND parallel_to IS NULL;
    END IF;
END $$;
COMMENT ON COLUMN case_file.parallel_to IS 'Open case of the same student beside which this one came to stand by a merge of two records (internal)';

CREATE OR REPLACE PROCEDURE before_merge(merged uuid, surviving uuid) LANGUAGE sql AS $$
    UPDATE case_file c SET parallel_to = o.id, version = c.version + 1
      FROM case_file o
     WHERE c.student_id = merged AND c.status = 'OPEN' AND c.parallel_to IS NULL
       AND o.student_id = surviving AND o.status = 'OPEN' AND o.parallel_to IS NULL
$$;
COMMENT ON PROCEDURE before_merge(uuid, uuid) IS 'Marks a student''s open case as parallel to the open case of the other (public)';

CREATE OR REPLACE PROCEDURE after_unmerge(merged uuid) LANGUAGE sql AS $$
    UPDATE case_file c SET parallel_to = NULL
      FROM student_merge_row r, case_file o
     WHERE r.merged_id = merged AND r.table_name = 'case_file' AND c.id = r.row_id AND o.id = c.parallel_to
       AND o.student_id <> c.student_id
$$;
COMMENT ON PROCEDURE after_unmerge(uuid) IS 'Cases that were given back stand beside no other any more (public)';
