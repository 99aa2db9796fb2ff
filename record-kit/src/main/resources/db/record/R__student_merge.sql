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

-- The merges in force through which the rows of a record follow, one after the other. UNION ends also where facts that came in
-- another order make a circle.
CREATE OR REPLACE FUNCTION merge_chain(whose uuid) RETURNS TABLE (merged_id uuid, surviving_id uuid, told_at timestamptz)
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE chain AS (
        SELECT m.merged_id, m.surviving_id, m.told_at FROM student_merge m
         WHERE m.merged_id = whose AND m.in_force AND m.district_id = current_district()
        UNION
        SELECT m.merged_id, m.surviving_id, m.told_at FROM chain c JOIN student_merge m ON m.merged_id = c.surviving_id
         WHERE m.in_force AND m.district_id = current_district()
    )
    SELECT c.merged_id, c.surviving_id, c.told_at FROM chain c
$$;
COMMENT ON FUNCTION merge_chain(uuid) IS 'The merges in force from a record to the surviving one (public)';

CREATE OR REPLACE FUNCTION surviving_of(whose uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT c.surviving_id FROM merge_chain(whose) c
                      WHERE NOT EXISTS (SELECT FROM merge_chain(whose) n WHERE n.merged_id = c.surviving_id)), whose)
$$;
COMMENT ON FUNCTION surviving_of(uuid) IS 'The record at the end of the merges of this one; itself where there is no end (public)';

-- Of rows that went on along a chain the records further on keep no note: they would take them for their own.
CREATE OR REPLACE PROCEDURE give_back(merged uuid) LANGUAGE plpgsql AS $$
DECLARE
    t student_table;
BEGIN
    FOR t IN SELECT * FROM student_table LOOP
        EXECUTE format('UPDATE %1$I t SET student_id = $1%2$s FROM student_merge_row r
                         WHERE r.merged_id = $1 AND r.table_name = %1$L AND t.id = r.row_id',
                       t.name, CASE WHEN t.counted THEN ', version = t.version + 1' ELSE '' END) USING merged;
    END LOOP;
    CALL after_unmerge(merged);
    DELETE FROM student_merge_row n USING student_merge_row r
     WHERE r.merged_id = merged AND n.table_name = r.table_name AND n.row_id = r.row_id
       AND n.merged_id NOT IN (SELECT id FROM record_ids(merged));
    DELETE FROM student_merge_row WHERE merged_id = merged;
END $$;
COMMENT ON PROCEDURE give_back(uuid) IS 'Gives a record the rows that followed its merge, which is not in force any more (public)';

-- Only records that stand alone are merged: what leads on from the surviving record and is older was undone, though the fact
-- that says so may be late or lost. Where facts contradict each other, in a circle, such a merge is not in force any more.
CREATE OR REPLACE PROCEDURE break_circle(merged uuid) LANGUAGE plpgsql AS $$
DECLARE
    older uuid;
BEGIN
    FOR older IN
        UPDATE student_merge m SET in_force = false
          FROM merge_chain(merged) c JOIN merge_chain(merged) p ON p.surviving_id = c.merged_id
         WHERE m.merged_id = c.merged_id AND (c.told_at, c.merged_id) < (p.told_at, p.merged_id)
           AND EXISTS (SELECT FROM merge_chain(merged) e WHERE e.surviving_id = merged)
        RETURNING m.merged_id
    LOOP
        CALL give_back(older);
    END LOOP;
END $$;
COMMENT ON PROCEDURE break_circle(uuid) IS 'Ends the merges that a circle of merges proves undone (public)';

CREATE OR REPLACE PROCEDURE merge_student(merged uuid, surviving uuid, told timestamptz) LANGUAGE plpgsql AS $$
DECLARE
    t student_table;
BEGIN
    -- Merges of different records come in any order: whoever follows one sees those that were followed before.
    PERFORM pg_advisory_xact_lock(hashtextextended('student-merge ' || current_district(), 0));
    UPDATE student_merge m SET in_force = false
     WHERE m.merged_id = merged AND m.surviving_id <> surviving AND m.in_force AND m.told_at < told;
    IF FOUND THEN -- it was undone, or could not be merged again
        CALL give_back(merged);
    END IF;
    INSERT INTO student_merge AS m (merged_id, surviving_id, in_force, told_at) VALUES (merged, surviving, true, told)
    ON CONFLICT (district_id, merged_id) DO UPDATE
       SET surviving_id = excluded.surviving_id, in_force = true, told_at = excluded.told_at
     WHERE m.told_at < excluded.told_at;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    CALL break_circle(merged);
    IF NOT EXISTS (SELECT FROM student_merge m WHERE m.merged_id = merged AND m.in_force) THEN
        RETURN;
    END IF;
    -- The surviving record may have been merged further, by a fact that came first; the triggers forward rows to the end.
    CALL before_merge(merged, surviving_of(surviving));
    FOR t IN SELECT * FROM student_table LOOP
        CALL move_student(t.name, t.counted, merged, surviving);
    END LOOP;
END $$;
COMMENT ON PROCEDURE merge_student(uuid, uuid, timestamptz) IS 'What is kept under the one id follows the other (public)';

CREATE OR REPLACE PROCEDURE unmerge_student(merged uuid, surviving uuid, told timestamptz) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('student-merge ' || current_district(), 0));
    INSERT INTO student_merge AS m (merged_id, surviving_id, in_force, told_at) VALUES (merged, surviving, false, told)
    ON CONFLICT (district_id, merged_id) DO UPDATE SET in_force = false, told_at = excluded.told_at
     WHERE m.told_at < excluded.told_at;
    IF FOUND THEN
        CALL give_back(merged);
    END IF;
END $$;
COMMENT ON PROCEDURE unmerge_student(uuid, uuid, timestamptz) IS 'Gives back what followed a merge (public)';

-- What comes late under the old id, by an event that was on its way or a change that was begun before, is the surviving
-- student's from the start.
CREATE OR REPLACE FUNCTION follow_student() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    dest uuid;
BEGIN
    IF EXISTS (SELECT FROM student_merge m WHERE m.merged_id = NEW.student_id AND m.in_force) THEN
        dest := surviving_of(NEW.student_id);
        IF dest <> NEW.student_id THEN
            INSERT INTO student_merge_row (merged_id, table_name, row_id)
            SELECT c.merged_id, TG_TABLE_NAME, NEW.id FROM merge_chain(NEW.student_id) c
            ON CONFLICT DO NOTHING;
            NEW.student_id := dest;
        END IF;
    END IF;
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

-- What is merged into a record here, was not when the student service asked (it names all), and is no merge since.
CREATE OR REPLACE FUNCTION holds_parted(whose uuid, told uuid[], asked timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM record_ids(whose) w JOIN student_merge m ON m.merged_id = w.id AND m.in_force
                    WHERE w.id <> ALL (told) AND m.told_at <= asked AND m.district_id = current_district())
$$;
COMMENT ON FUNCTION holds_parted(uuid, uuid[], timestamptz) IS
    'Whether another child''s rows stand under a student''s id until the undoing of a merge is heard (public)';

-- As the student service knew them when it asked, for facts of merges may come after what it asks. Not what it said of them since.
CREATE OR REPLACE FUNCTION records_of(whose uuid, told uuid[], asked timestamptz) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
    SELECT w.id FROM record_ids(whose) w
    UNION
    (SELECT w.id FROM unnest(told) AS t (id) CROSS JOIN LATERAL record_ids(t.id) w
     EXCEPT
     SELECT w.id FROM student_merge m CROSS JOIN LATERAL record_ids(m.merged_id) w
      WHERE m.merged_id = ANY (told) AND m.told_at > asked AND m.district_id = current_district())
$$;
COMMENT ON FUNCTION records_of(uuid, uuid[], timestamptz) IS
    'The ids of a student''s records, as known here and as the student service told when it asked (public)';
