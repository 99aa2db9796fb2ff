-- Students whose records were made one in the student service: what this service keeps under the one id follows the other.

CREATE TABLE student_merge (
    district_id  uuid        NOT NULL DEFAULT current_district(),
    merged_id    uuid        NOT NULL,
    surviving_id uuid        NOT NULL,
    in_force     boolean     NOT NULL,
    told_at      timestamptz NOT NULL,
    PRIMARY KEY (district_id, merged_id)
);
CALL protect('student_merge');
COMMENT ON TABLE student_merge IS 'Ids of student records that were merged into others, as the student service told last (internal)';
COMMENT ON COLUMN student_merge.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN student_merge.merged_id IS 'Record that stands still (internal)';
COMMENT ON COLUMN student_merge.surviving_id IS 'Record that goes on (internal)';
COMMENT ON COLUMN student_merge.in_force IS 'False once the merge was undone (internal)';
COMMENT ON COLUMN student_merge.told_at IS 'Time of the fact; an older one changes nothing (internal)';

CREATE TABLE student_merge_row (
    district_id uuid NOT NULL DEFAULT current_district(),
    merged_id   uuid NOT NULL,
    table_name  text NOT NULL,
    row_id      uuid NOT NULL,
    PRIMARY KEY (district_id, merged_id, table_name, row_id)
);
CALL protect('student_merge_row');
COMMENT ON TABLE student_merge_row IS 'Rows that followed a merge, so that its undoing gives them back (internal)';
COMMENT ON COLUMN student_merge_row.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN student_merge_row.merged_id IS 'Record that they belonged to (internal)';
COMMENT ON COLUMN student_merge_row.table_name IS 'Table of the row (internal)';
COMMENT ON COLUMN student_merge_row.row_id IS 'Id of the row (internal)';

-- The tables whose rows have an id and name a student, read from the catalog, so that no table is forgotten. The audit trail
-- stays as it was written; profiles are told anew.
CREATE VIEW student_table WITH (security_invoker = true) AS
SELECT c.relname::text AS name,
       EXISTS (SELECT FROM pg_attribute v WHERE v.attrelid = c.oid AND v.attname = 'version') AS counted
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'student_id' AND a.atttypid = 'uuid'::regtype
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'audit_entry'
   AND EXISTS (SELECT FROM pg_attribute i WHERE i.attrelid = c.oid AND i.attname = 'id');
GRANT SELECT ON student_table TO ${app_role};
COMMENT ON VIEW student_table IS 'Tables whose rows follow a merge (internal)';

CREATE PROCEDURE move_student(target text, counted boolean, source uuid, dest uuid) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('WITH m AS (UPDATE %1$I t SET student_id = $2%2$s WHERE t.student_id = $1 RETURNING t.id)
                    INSERT INTO student_merge_row (merged_id, table_name, row_id) SELECT $1, %1$L, id FROM m
                    ON CONFLICT DO NOTHING',
                   target, CASE WHEN counted THEN ', version = t.version + 1' ELSE '' END) USING source, dest;
END $$;
COMMENT ON PROCEDURE move_student(text, boolean, uuid, uuid) IS 'Gives one table''s rows of a student to another, and notes them (public)';

CREATE PROCEDURE merge_student(merged uuid, surviving uuid, told timestamptz) LANGUAGE plpgsql AS $$
DECLARE
    t student_table;
BEGIN
    INSERT INTO student_merge AS m (merged_id, surviving_id, in_force, told_at) VALUES (merged, surviving, true, told)
    ON CONFLICT (district_id, merged_id) DO UPDATE
       SET surviving_id = excluded.surviving_id, in_force = true, told_at = excluded.told_at
     WHERE m.told_at < excluded.told_at;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    FOR t IN SELECT * FROM student_table LOOP
        CALL move_student(t.name, t.counted, merged, surviving);
    END LOOP;
END $$;
COMMENT ON PROCEDURE merge_student(uuid, uuid, timestamptz) IS 'What is kept under the one id follows the other; triggers forward it further (public)';

CREATE PROCEDURE unmerge_student(merged uuid, surviving uuid, told timestamptz) LANGUAGE plpgsql AS $$
DECLARE
    t student_table;
BEGIN
    INSERT INTO student_merge AS m (merged_id, surviving_id, in_force, told_at) VALUES (merged, surviving, false, told)
    ON CONFLICT (district_id, merged_id) DO UPDATE SET in_force = false, told_at = excluded.told_at
     WHERE m.told_at < excluded.told_at;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    FOR t IN SELECT * FROM student_table LOOP
        EXECUTE format('UPDATE %1$I t SET student_id = $1%2$s FROM student_merge_row r
                         WHERE r.merged_id = $1 AND r.table_name = %1$L AND t.id = r.row_id',
                       t.name, CASE WHEN t.counted THEN ', version = t.version + 1' ELSE '' END) USING merged;
    END LOOP;
    DELETE FROM student_merge_row WHERE merged_id = merged;
END $$;
COMMENT ON PROCEDURE unmerge_student(uuid, uuid, timestamptz) IS 'Gives back what followed a merge (public)';

-- What comes late under the old id, by an event that was on its way or a change that was begun before, is the surviving
-- student's from the start.
CREATE FUNCTION follow_student() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    further uuid;
BEGIN
    LOOP
        SELECT m.surviving_id INTO further FROM student_merge m WHERE m.merged_id = NEW.student_id AND m.in_force;
        EXIT WHEN NOT FOUND;
        INSERT INTO student_merge_row (merged_id, table_name, row_id) VALUES (NEW.student_id, TG_TABLE_NAME, NEW.id)
        ON CONFLICT DO NOTHING;
        NEW.student_id := further;
    END LOOP;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION follow_student() IS 'Forwards the id of a merged student record (public)';
DO $$
DECLARE
    t text;
BEGIN
    FOR t IN SELECT name FROM student_table LOOP
        EXECUTE format('CREATE TRIGGER follow_student BEFORE INSERT OR UPDATE OF student_id ON %I FOR EACH ROW EXECUTE FUNCTION follow_student()', t);
    END LOOP;
END $$;
