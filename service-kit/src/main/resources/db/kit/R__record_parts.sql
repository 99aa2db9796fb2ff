-- What a service keeps of one student, found through the schema itself: every table with a column student_id, every
-- table that refers to such rows, and what record_anchor says beside. So a new table is exported and destroyed without
-- being asked for; a table that must be treated otherwise gets its row in record_anchor. Repeatable: no versioned migration
-- may call these functions. The service says by students_are_in where it keeps its students.

CREATE OR REPLACE FUNCTION record_tables() RETURNS TABLE (kind text, condition text, handling text, shared_column text)
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE anchor AS (
        SELECT a.table_name, a.column_name, a.handling FROM record_anchor a
        UNION ALL
        SELECT c.relname::text, 'student_id', 'RECORD'
          FROM pg_class c
          JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'student_id' AND NOT t.attisdropped
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
           AND NOT EXISTS (SELECT FROM record_anchor a WHERE a.table_name = c.relname)
    ), found AS (
        SELECT c.oid, a.table_name AS kind,
               format(CASE WHEN t.atttypid = 'uuid[]'::regtype THEN '$1 = ANY (%I.%I)' ELSE '%I.%I = $1' END,
                      a.table_name, a.column_name) AS condition,
               a.handling,
               CASE WHEN t.atttypid = 'uuid[]'::regtype THEN a.column_name END AS shared_column,
               0 AS depth
          FROM anchor a
          JOIN pg_class c ON c.relname = a.table_name AND c.relnamespace = 'public'::regnamespace
          JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = a.column_name AND NOT t.attisdropped
        UNION ALL
        SELECT child.oid, child.relname::text,
               format('EXISTS (SELECT FROM %I WHERE %s AND %s)', f.kind,
                      (SELECT string_agg(format('%I.%I = %I.%I', child.relname, ca.attname, f.kind, pa.attname), ' AND ')
                         FROM unnest(k.conkey, k.confkey) u(c, p)
                         JOIN pg_attribute ca ON ca.attrelid = k.conrelid AND ca.attnum = u.c
                         JOIN pg_attribute pa ON pa.attrelid = k.confrelid AND pa.attnum = u.p),
                      f.condition),
               f.handling, NULL, f.depth + 1
          FROM found f
          JOIN pg_constraint k ON k.contype = 'f' AND k.confrelid = f.oid AND k.conrelid <> f.oid
          JOIN pg_class child ON child.oid = k.conrelid
         WHERE f.depth < 4 AND f.shared_column IS NULL
           AND NOT EXISTS (SELECT FROM anchor a WHERE a.table_name = child.relname)
    )
    SELECT DISTINCT ON (f.kind) f.kind, f.condition, f.handling, f.shared_column FROM found f ORDER BY f.kind, f.depth
$$;
COMMENT ON FUNCTION record_tables() IS 'Tables that hold something of a student, each with the condition on its rows';

-- Another child of the district is not named in what a family receives, 34 CFR 99.12(a), 300.615.
CREATE OR REPLACE FUNCTION redact_others(content jsonb, whose uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
    other uuid;
    text_form text := content::text;
BEGIN
    FOR other IN
        SELECT DISTINCT m[1]::uuid FROM regexp_matches(text_form,
            '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})', 'g') m
    LOOP
        IF is_other_student(other, whose) THEN
            text_form := replace(text_form, other::text, 'another student');
        END IF;
    END LOOP;
    RETURN text_form::jsonb;
END $$;
COMMENT ON FUNCTION redact_others(jsonb, uuid) IS 'A row without the ids of other students';

CREATE OR REPLACE FUNCTION sealed_columns(kind text) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(t.attname::text), '{}') || 'district_id'::text
      FROM pg_attribute t
     WHERE t.attrelid = format('public.%I', kind)::regclass AND t.attnum > 0
       AND (col_description(t.attrelid, t.attnum) ~ '\(sealed\)$' OR t.atttypid IN ('bytea'::regtype, 'xid8'::regtype))
$$;
COMMENT ON FUNCTION sealed_columns(text) IS 'Columns that leave the house in no export';

CREATE OR REPLACE FUNCTION record_of(whose uuid) RETURNS TABLE (kind text, content jsonb) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
    t record;
BEGIN
    FOR t IN SELECT r.kind AS name, r.condition FROM record_tables() r
              WHERE r.handling IN ('RECORD', 'PERMANENT') ORDER BY r.kind LOOP
        RETURN QUERY EXECUTE format('SELECT %L::text, redact_others(to_jsonb(%I) - %L::text[], $1) FROM %I WHERE %s',
            t.name, t.name, sealed_columns(t.name), t.name, t.condition) USING whose;
    END LOOP;
END $$;
COMMENT ON FUNCTION record_of(uuid) IS 'All that this service keeps of a student, row by row, without ids of other students';

CREATE OR REPLACE FUNCTION withheld_of(whose uuid) RETURNS TABLE (kind text, rows_withheld bigint) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
    t record;
BEGIN
    FOR t IN SELECT r.kind AS name, r.condition FROM record_tables() r WHERE r.handling = 'WITHHELD' ORDER BY r.kind LOOP
        RETURN QUERY EXECUTE format('SELECT %L::text, count(*) FROM %I WHERE %s HAVING count(*) > 0',
            t.name, t.name, t.condition) USING whose;
    END LOOP;
END $$;
COMMENT ON FUNCTION withheld_of(uuid) IS 'Kinds that the custodian has to look through before a family receives them';

CREATE OR REPLACE FUNCTION destroy_record(whose uuid, whole boolean) RETURNS TABLE (kind text, destroyed bigint) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    remaining text[] := ARRAY(SELECT r.kind FROM record_tables() r
        WHERE r.handling IN ('RECORD', 'WITHHELD', 'COPY') OR (whole AND r.handling = 'PERMANENT'));
    next_kind text;
    t record;
    n bigint;
BEGIN
    WHILE cardinality(remaining) > 0 LOOP
        -- First what nothing else of the record refers to.
        SELECT r INTO next_kind FROM unnest(remaining) r
         WHERE NOT EXISTS (SELECT FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                            WHERE k.contype = 'f' AND k.confrelid = format('public.%I', r)::regclass
                              AND k.conrelid <> k.confrelid AND c.relname = ANY (remaining))
         ORDER BY r LIMIT 1;
        IF next_kind IS NULL THEN
            RAISE EXCEPTION 'The tables of a record refer to each other in a circle';
        END IF;
        SELECT r.condition, r.shared_column INTO t FROM record_tables() r WHERE r.kind = next_kind;
        IF t.shared_column IS NULL THEN
            EXECUTE format('DELETE FROM %I WHERE %s', next_kind, t.condition) USING whose;
        ELSE
            EXECUTE format('UPDATE %I SET %I = array_remove(%I, $1) WHERE %s',
                next_kind, t.shared_column, t.shared_column, t.condition) USING whose;
        END IF;
        GET DIAGNOSTICS n = ROW_COUNT;
        IF n > 0 THEN
            kind := next_kind;
            destroyed := n;
            RETURN NEXT;
        END IF;
        remaining := array_remove(remaining, next_kind);
    END LOOP;
END $$;
COMMENT ON FUNCTION destroy_record(uuid, boolean) IS 'Destroys what this service keeps of a student, and says how many rows of each kind went';
