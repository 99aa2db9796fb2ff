-- How rows follow a student whose record was merged into another's, and come back. Repeatable: no versioned migration may call
-- these procedures. The triggers are made after each migration.

-- The tables whose rows have an id and name a student, read from the catalog, so that no table is forgotten. The audit trail
-- stays as it was written; profiles are told anew.
CREATE OR REPLACE VIEW student_table WITH (security_invoker = true) AS
SELECT c.relname::text AS name,
       EXISTS (SELECT FROM pg_attribute v WHERE v.attrelid = c.oid AND v.attname = 'version') AS counted
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'student_id' AND a.atttypid = 'uuid'::regtype
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'audit_entry'
   AND EXISTS (SELECT FROM pg_attribute i WHERE i.attrelid = c.oid AND i.attname = 'id');
GRANT SELECT ON student_table TO ${app_role};
COMMENT ON VIEW student_table IS 'Tables whose rows follow a merge (internal)';

CREATE OR REPLACE PROCEDURE move_student(target text, counted boolean, source uuid, dest uuid) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('WITH m AS (UPDATE %1$I t SET student_id = $2%2$s WHERE t.student_id = $1 RETURNING t.id)
                    INSERT INTO student_merge_row (merged_id, table_name, row_id) SELECT $1, %1$L, id FROM m
                    ON CONFLICT DO NOTHING',
                   target, CASE WHEN counted THEN ', version = t.version + 1' ELSE '' END) USING source, dest;
END $$;
COMMENT ON PROCEDURE move_student(text, boolean, uuid, uuid) IS 'Gives one table''s rows of a student to another, and notes them (public)';

CREATE OR REPLACE PROCEDURE merge_student(merged uuid, surviving uuid, told timestamptz) LANGUAGE plpgsql AS $$
DECLARE
    t student_table;
    dest uuid := surviving;
    further uuid;
BEGIN
    INSERT INTO student_merge AS m (merged_id, surviving_id, in_force, told_at) VALUES (merged, surviving, true, told)
    ON CONFLICT (district_id, merged_id) DO UPDATE
       SET surviving_id = excluded.surviving_id, in_force = true, told_at = excluded.told_at
     WHERE m.told_at < excluded.told_at;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    -- The surviving record may have been merged further, by a fact that came first; the triggers forward rows to the end.
    LOOP
        SELECT m.surviving_id INTO further FROM student_merge m WHERE m.merged_id = dest AND m.in_force;
        EXIT WHEN NOT FOUND;
        dest := further;
    END LOOP;
    CALL before_merge(merged, dest);
    FOR t IN SELECT * FROM student_table LOOP
        CALL move_student(t.name, t.counted, merged, surviving);
    END LOOP;
END $$;
COMMENT ON PROCEDURE merge_student(uuid, uuid, timestamptz) IS 'What is kept under the one id follows the other (public)';

CREATE OR REPLACE PROCEDURE unmerge_student(merged uuid, surviving uuid, told timestamptz) LANGUAGE plpgsql AS $$
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
    CALL after_unmerge(merged);
    DELETE FROM student_merge_row WHERE merged_id = merged;
END $$;
COMMENT ON PROCEDURE unmerge_student(uuid, uuid, timestamptz) IS 'Gives back what followed a merge (public)';

-- What comes late under the old id, by an event that was on its way or a change that was begun before, is the surviving
-- student's from the start.
CREATE OR REPLACE FUNCTION follow_student() RETURNS trigger LANGUAGE plpgsql AS $$
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

-- Tables without an id of their rows follow no merge: what they hold stays under the merged id. UNION ends also where facts that
-- came in another order make a circle for a while.
CREATE OR REPLACE FUNCTION record_ids(whose uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE record (id) AS (
        SELECT whose
        UNION
        SELECT m.merged_id FROM record r JOIN student_merge m ON m.surviving_id = r.id
         WHERE m.in_force AND m.district_id = current_district()
    )
    SELECT record.id FROM record
$$;
COMMENT ON FUNCTION record_ids(uuid) IS 'The id of a student and those of the records that were merged into his (public)';
