-- Which records may be one student, what was decided about them, and what a merge moved.

CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- How a name sounds (Daitch-Mokotoff), its parts run together; a name without Latin letters stands for itself.
CREATE FUNCTION name_sounds(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN folded = '' THEN '{}'
            ELSE coalesce(nullif(daitch_mokotoff(replace(folded, ' ', '')), '{}'), ARRAY[folded]) END;
COMMENT ON FUNCTION name_sounds(text) IS 'Daitch-Mokotoff codes of a folded name (public)';

CREATE FUNCTION alike(one text, other text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN one = other OR similarity(one, other) >= 0.5
    OR name_sounds(one) && name_sounds(other)
       AND levenshtein(left(one, 60), left(other, 60)) <= greatest(1, least(length(one), length(other)) / 2);
COMMENT ON FUNCTION alike(text, text) IS 'Whether two folded names share half of their trigrams, or sound alike and are spelled so (public)';

ALTER TABLE student ADD COLUMN merged_into uuid;
ALTER TABLE student ADD FOREIGN KEY (district_id, merged_into) REFERENCES student (district_id, id) ON DELETE CASCADE;
CREATE INDEX student_merged_into_idx ON student (district_id, merged_into) WHERE merged_into IS NOT NULL;
COMMENT ON COLUMN student.merged_into IS 'The record that this one was found to be the same as; it stands still from then on (internal)';

CREATE FUNCTION keep_merged_student() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RETURN NULL;
END $$;
COMMENT ON FUNCTION keep_merged_student() IS 'A merged record stands still: no import brings it back (public)';
CREATE TRIGGER student_merged BEFORE UPDATE ON student FOR EACH ROW
    WHEN (OLD.merged_into IS NOT NULL AND NEW.merged_into IS NOT DISTINCT FROM OLD.merged_into)
    EXECUTE FUNCTION keep_merged_student();

-- Blocking keys: candidates share one, so that nobody is compared with everybody.
CREATE TABLE student_identity_key (
    district_id uuid NOT NULL DEFAULT current_district(),
    key         text COLLATE "C" NOT NULL,
    student_id  uuid NOT NULL,
    PRIMARY KEY (district_id, key, student_id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id) ON DELETE CASCADE
);
CALL protect('student_identity_key');
CREATE INDEX student_identity_key_student_idx ON student_identity_key (district_id, student_id);
COMMENT ON TABLE student_identity_key IS 'Keys under which records of one person meet (personal)';
COMMENT ON COLUMN student_identity_key.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student_identity_key.key IS 'n: two sounds of the name with year or day of birth; w:, u: sounds alone; i: an id with its type; e: mail address (personal)';
COMMENT ON COLUMN student_identity_key.student_id IS 'Student (internal)';

CREATE TABLE student_identity_work (
    district_id uuid NOT NULL DEFAULT current_district(),
    student_id  uuid NOT NULL,
    PRIMARY KEY (district_id, student_id)
);
CALL protect('student_identity_work');
CALL open_to_relay('student_identity_work');
COMMENT ON TABLE student_identity_work IS 'Students whose likeness to others is to be looked at (internal)';
COMMENT ON COLUMN student_identity_work.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student_identity_work.student_id IS 'Student who is new or changed (internal)';

-- DO UPDATE, not DO NOTHING: it holds a note that is there already, so that the worker does not take it before the commit.
CREATE FUNCTION note_identity_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'student' AND TG_OP = 'INSERT' THEN
        INSERT INTO student_identity_work (student_id) SELECT id FROM new_rows ON CONFLICT (district_id, student_id) DO UPDATE SET student_id = excluded.student_id;
    ELSIF TG_TABLE_NAME = 'student' THEN
        INSERT INTO student_identity_work (student_id)
        SELECT n.id FROM old_rows o JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id
         WHERE (o.search_text, o.birth_date) IS DISTINCT FROM (n.search_text, n.birth_date)
        ON CONFLICT (district_id, student_id) DO UPDATE SET student_id = excluded.student_id;
    ELSIF TG_TABLE_NAME = 'roster_user' THEN
        INSERT INTO student_identity_work (student_id)
        SELECT s.id FROM old_rows o JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id
          JOIN student s ON s.district_id = n.district_id AND s.id = n.id
         WHERE (o.identifier, o.user_ids, o.user_master_identifier, o.email)
               IS DISTINCT FROM (n.identifier, n.user_ids, n.user_master_identifier, n.email)
        ON CONFLICT (district_id, student_id) DO UPDATE SET student_id = excluded.student_id;
    ELSE
        INSERT INTO student_identity_work (student_id) SELECT DISTINCT student_id FROM new_rows ON CONFLICT (district_id, student_id) DO UPDATE SET student_id = excluded.student_id;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION note_identity_work() IS 'Notes, set-based, whose likeness to others is to be looked at, whoever writes (public)';
CREATE TRIGGER student_new_identity AFTER INSERT ON student
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_identity_work();
CREATE TRIGGER student_other_identity AFTER UPDATE ON student
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_identity_work();
CREATE TRIGGER roster_user_other_identity AFTER UPDATE ON roster_user
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_identity_work();
CREATE TRIGGER student_guardian_identity AFTER INSERT ON student_guardian
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_identity_work();
-- The students who are there already. The owner is held to row-level security as everybody is.
DO $$
DECLARE
    d uuid;
BEGIN
    FOR d IN SELECT id FROM district LOOP
        PERFORM set_config('app.district', d::text, true);
        INSERT INTO student_identity_work (student_id) SELECT id FROM student;
    END LOOP;
    PERFORM set_config('app.district', '', true);
END $$;

CREATE TABLE identity_review (
    district_id       uuid        NOT NULL DEFAULT current_district(),
    id                uuid        NOT NULL,
    first_student_id  uuid        NOT NULL,
    second_student_id uuid        NOT NULL,
    state             text        NOT NULL CHECK (state IN ('OPEN', 'SAME', 'DIFFERENT', 'WITHDRAWN')),
    score             integer     NOT NULL CHECK (score BETWEEN 0 AND 100),
    certain           boolean     NOT NULL,
    reasons           jsonb       NOT NULL,
    scoring_version   text        NOT NULL,
    found_at          timestamptz NOT NULL,
    decided_at        timestamptz,
    decided_by        text,
    decision_reason   text,
    merge_id          uuid,
    version           bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (district_id, id),
    UNIQUE (district_id, first_student_id, second_student_id),
    FOREIGN KEY (district_id, first_student_id) REFERENCES student (district_id, id) ON DELETE CASCADE,
    FOREIGN KEY (district_id, second_student_id) REFERENCES student (district_id, id) ON DELETE CASCADE,
    CHECK (first_student_id < second_student_id),
    CHECK ((state IN ('SAME', 'DIFFERENT')) = (decided_at IS NOT NULL))
);
CALL protect('identity_review');
CREATE INDEX identity_review_queue_idx ON identity_review (district_id, state, score DESC, id);
CREATE INDEX identity_review_second_idx ON identity_review (district_id, second_student_id);
COMMENT ON TABLE identity_review IS 'Two records that may be one student, and what was decided (sensitive)';
COMMENT ON COLUMN identity_review.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN identity_review.id IS 'Id of the review (internal)';
COMMENT ON COLUMN identity_review.first_student_id IS 'The record with the lesser id (internal)';
COMMENT ON COLUMN identity_review.second_student_id IS 'The other record (internal)';
COMMENT ON COLUMN identity_review.state IS 'OPEN, decided SAME or DIFFERENT, or WITHDRAWN when nothing speaks for it any more (internal)';
COMMENT ON COLUMN identity_review.score IS 'Sum of the weights, 0 to 100 (internal)';
COMMENT ON COLUMN identity_review.certain IS 'Same id of the same source and nothing against it (internal)';
COMMENT ON COLUMN identity_review.reasons IS 'Codes of what speaks for and against it, each with its weight; no values (personal)';
COMMENT ON COLUMN identity_review.scoring_version IS 'Version of the weights (internal)';
COMMENT ON COLUMN identity_review.found_at IS 'When it was found or scored last (internal)';
COMMENT ON COLUMN identity_review.decided_at IS 'When it was decided (internal)';
COMMENT ON COLUMN identity_review.decided_by IS 'Issuer and subject of who decided, or the service (personal)';
COMMENT ON COLUMN identity_review.decision_reason IS 'Why, in his words (sensitive)';
COMMENT ON COLUMN identity_review.merge_id IS 'The merge that followed (internal)';
COMMENT ON COLUMN identity_review.version IS 'Counts changes; ETag (internal)';

CREATE TABLE student_merge (
    district_id  uuid        NOT NULL DEFAULT current_district(),
    id           uuid        NOT NULL,
    review_id    uuid        NOT NULL,
    merged_id    uuid        NOT NULL,
    surviving_id uuid        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('MERGED', 'UNDONE')),
    reason       text        NOT NULL,
    merged_at    timestamptz NOT NULL,
    merged_by    text        NOT NULL,
    before       jsonb       NOT NULL,
    undone_at    timestamptz,
    undone_by    text,
    undo_reason  text,
    version      bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, review_id) REFERENCES identity_review (district_id, id) ON DELETE CASCADE,
    FOREIGN KEY (district_id, merged_id) REFERENCES student (district_id, id) ON DELETE CASCADE,
    FOREIGN KEY (district_id, surviving_id) REFERENCES student (district_id, id) ON DELETE CASCADE,
    CHECK (merged_id <> surviving_id),
    CHECK ((state = 'UNDONE') = (undone_at IS NOT NULL))
);
CALL protect('student_merge');
CREATE UNIQUE INDEX student_merge_in_force_idx ON student_merge (district_id, merged_id) WHERE state = 'MERGED';
CREATE INDEX student_merge_surviving_idx ON student_merge (district_id, surviving_id);
COMMENT ON TABLE student_merge IS 'A record that was made one with another, until undone (sensitive)';
COMMENT ON COLUMN student_merge.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student_merge.id IS 'Id of the merge (internal)';
COMMENT ON COLUMN student_merge.review_id IS 'Review that decided it (internal)';
COMMENT ON COLUMN student_merge.merged_id IS 'Record that stands still since (internal)';
COMMENT ON COLUMN student_merge.surviving_id IS 'Record that goes on (internal)';
COMMENT ON COLUMN student_merge.state IS 'MERGED or UNDONE (internal)';
COMMENT ON COLUMN student_merge.reason IS 'Why, in the words of who decided (sensitive)';
COMMENT ON COLUMN student_merge.merged_at IS 'When (internal)';
COMMENT ON COLUMN student_merge.merged_by IS 'Issuer and subject of who decided, or the service (personal)';
COMMENT ON COLUMN student_merge.before IS 'Fields of the surviving record before and after it was filled up, and whether the merged one was active (personal)';
COMMENT ON COLUMN student_merge.undone_at IS 'When it was undone (internal)';
COMMENT ON COLUMN student_merge.undone_by IS 'Issuer and subject of who undid it (personal)';
COMMENT ON COLUMN student_merge.undo_reason IS 'Why it was undone (sensitive)';
COMMENT ON COLUMN student_merge.version IS 'Counts changes; ETag (internal)';

CREATE TABLE student_merge_row (
    district_id uuid    NOT NULL DEFAULT current_district(),
    id          uuid    NOT NULL DEFAULT uuidv7(),
    merge_id    uuid    NOT NULL,
    table_name  text    NOT NULL,
    column_name text    NOT NULL,
    row_key     jsonb   NOT NULL,
    moved       boolean NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, merge_id) REFERENCES student_merge (district_id, id) ON DELETE CASCADE
);
CALL protect('student_merge_row');
CREATE INDEX student_merge_row_merge_idx ON student_merge_row (district_id, merge_id, table_name, column_name);
COMMENT ON TABLE student_merge_row IS 'Each row that a merge moved, or left because the surviving record has its like (personal)';
COMMENT ON COLUMN student_merge_row.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student_merge_row.id IS 'Id of the entry (internal)';
COMMENT ON COLUMN student_merge_row.merge_id IS 'Merge (internal)';
COMMENT ON COLUMN student_merge_row.table_name IS 'Table of the row (internal)';
COMMENT ON COLUMN student_merge_row.column_name IS 'Column that names the student (internal)';
COMMENT ON COLUMN student_merge_row.row_key IS 'Primary key of the row as it is now (personal)';
COMMENT ON COLUMN student_merge_row.moved IS 'False when it stayed with the merged record (internal)';

-- Every column that names a student, read from the catalog, so that no table is forgotten.
CREATE VIEW student_reference WITH (security_invoker = true) AS
SELECT c.relname::text AS table_name, a.attname::text AS column_name
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
   AND (a.attname ~ '(^|_)student_id$'
        OR EXISTS (SELECT FROM pg_constraint f, unnest(f.conkey, f.confkey) AS k (here, there)
                    WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid = 'student'::regclass AND k.here = a.attnum
                      AND k.there = (SELECT i.attnum FROM pg_attribute i
                                      WHERE i.attrelid = 'student'::regclass AND i.attname = 'id')));
GRANT SELECT ON student_reference TO ${app_role};
COMMENT ON VIEW student_reference IS 'Every column that names a student (internal)';

CREATE FUNCTION key_columns(target text, pattern text, separator text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT string_agg(format(pattern, a.attname, format_type(a.atttypid, a.atttypmod)), separator ORDER BY a.attnum)
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = target::regclass AND i.indisprimary $$;
COMMENT ON FUNCTION key_columns(text, text, text) IS 'Text made of a table''s primary key, for generated statements (public)';

-- Moves the rows of one column from a student to another, row by row where a like row is in the way, and notes each.
CREATE PROCEDURE move_student_rows(merge uuid, target text, col text, source uuid, dest uuid) LANGUAGE plpgsql AS $$
DECLARE
    key text := 'jsonb_build_object(' || key_columns(target, '%1$L, t.%1$I', ', ') || ')';
    same text := key_columns(target, 't.%1$I = ($1->>%1$L)::%2$s', ' AND ');
    note text := 'INSERT INTO student_merge_row (merge_id, table_name, column_name, row_key, moved)';
    k jsonb;
    after jsonb;
BEGIN
    EXECUTE format('WITH m AS (UPDATE %1$I t SET %2$I = $2 WHERE t.%2$I = $1 RETURNING %3$s AS k) %4$s
                    SELECT $3, $4, $5, k, true FROM m', target, col, key, note)
      USING source, dest, merge, target, col;
EXCEPTION WHEN unique_violation OR exclusion_violation THEN
    FOR k IN EXECUTE format('SELECT %1$s FROM %2$I t WHERE t.%3$I = $1', key, target, col) USING source LOOP
        BEGIN
            EXECUTE format('UPDATE %1$I t SET %2$I = $2 WHERE %3$s RETURNING %4$s', target, col, same, key)
               INTO after USING k, dest;
            EXECUTE note || ' VALUES ($1, $2, $3, $4, true)' USING merge, target, col, after;
        EXCEPTION WHEN unique_violation OR exclusion_violation THEN
            EXECUTE note || ' VALUES ($1, $2, $3, $4, false)' USING merge, target, col, k;
        END;
    END LOOP;
END $$;
COMMENT ON PROCEDURE move_student_rows(uuid, text, text, uuid, uuid) IS 'Moves what one column says of a student to another student (public)';

CREATE PROCEDURE restore_student_rows(merge uuid, target text, col text, owner uuid) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('UPDATE %1$I t SET %2$I = $1 FROM student_merge_row m
                     WHERE m.merge_id = $2 AND m.table_name = $3 AND m.column_name = $4 AND m.moved AND %3$s',
                   target, col, key_columns(target, 't.%1$I = (m.row_key->>%1$L)::%2$s', ' AND '))
      USING owner, merge, target, col;
END $$;
COMMENT ON PROCEDURE restore_student_rows(uuid, text, text, uuid) IS 'Gives a merge''s rows of one column back (public)';
