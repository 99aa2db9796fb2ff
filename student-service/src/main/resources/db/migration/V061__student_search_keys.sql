-- Search that finds misspelled names by equality and order only (both leakproof, so that indexes serve them under row-level
-- security), and lists without looking at every student that fits.

CREATE TABLE name_part_key (
    district_id uuid NOT NULL DEFAULT current_district(),
    key         text COLLATE "C" NOT NULL,
    part        text COLLATE "C" NOT NULL,
    PRIMARY KEY (district_id, key, part)
);
CALL protect('name_part_key');
COMMENT ON TABLE name_part_key IS 'Keys under which a part of a name is found though it is spelled otherwise (personal)';
COMMENT ON COLUMN name_part_key.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN name_part_key.key IS 'd: the part, whole or without one letter; s: its end from the second letter on; p: how it sounds (personal)';
COMMENT ON COLUMN name_part_key.part IS 'Part of a name, folded (personal)';

-- Two words with a common one of these are at most two slips apart: a letter more, less, other, or two interchanged.
CREATE FUNCTION without_one_letter(word text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT word UNION SELECT overlay(word PLACING '' FROM i FOR 1) FROM generate_series(1, length(word)) i;
END;
COMMENT ON FUNCTION without_one_letter(text) IS 'A word, and the word without each one of its letters (public)';

CREATE FUNCTION add_part_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO name_part_key (district_id, key, part)
    SELECT district_id, 'd' || k, part FROM new_rows, without_one_letter(part) k WHERE length(part) BETWEEN 3 AND 24
    UNION
    SELECT district_id, 's' || substr(part, i), part FROM new_rows, generate_series(2, least(length(part) - 2, 24)) i
    UNION
    SELECT district_id, 'p' || k, part FROM new_rows, unnest(name_sounds(part)) k WHERE length(part) BETWEEN 4 AND 24
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION add_part_keys() IS 'Keeps name_part_key, set-based (public)';
CREATE TRIGGER name_part_new AFTER INSERT ON name_part
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION add_part_keys();

-- The place of the student in a list stands beside the part, so that a list is sorted before students are looked at.
ALTER TABLE student_name_part ADD COLUMN sort_name text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE student_name_part DROP CONSTRAINT student_name_part_pkey;
ALTER TABLE student_name_part ADD PRIMARY KEY (district_id, part, student_id) INCLUDE (sort_name);
COMMENT ON COLUMN student_name_part.sort_name IS 'Family and given name folded for the order of lists, as in student (personal)';

CREATE OR REPLACE FUNCTION add_name_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM student_name_part p
         USING old_rows o JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id
         WHERE (o.search_text, o.sort_name) <> (n.search_text, n.sort_name) AND p.student_id = o.id;
        INSERT INTO name_part (part)
        SELECT DISTINCT part
          FROM old_rows o JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id,
               string_to_table(n.search_text, ' ') part
         WHERE o.search_text <> n.search_text AND part <> ''
         ORDER BY part
        ON CONFLICT DO NOTHING;
        INSERT INTO student_name_part (part, student_id, sort_name)
        SELECT DISTINCT part, n.id, n.sort_name
          FROM old_rows o JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id,
               string_to_table(n.search_text, ' ') part
         WHERE (o.search_text, o.sort_name) <> (n.search_text, n.sort_name) AND part <> ''
        ON CONFLICT DO NOTHING;
    ELSE
        INSERT INTO name_part (part)
        SELECT DISTINCT part FROM new_rows n, string_to_table(n.search_text, ' ') part
         WHERE part <> ''
         ORDER BY part
        ON CONFLICT DO NOTHING;
        INSERT INTO student_name_part (part, student_id, sort_name)
        SELECT DISTINCT part, n.id, n.sort_name FROM new_rows n, string_to_table(n.search_text, ' ') part
         WHERE part <> ''
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;

-- The students of a school by equality: array overlap is not leakproof, so that no index of arrays serves it.
CREATE TABLE student_school (
    district_id uuid NOT NULL DEFAULT current_district(),
    school_id   uuid NOT NULL,
    student_id  uuid NOT NULL,
    PRIMARY KEY (district_id, school_id, student_id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id) ON DELETE CASCADE
);
CALL protect('student_school');
CREATE INDEX student_school_student_idx ON student_school (district_id, student_id);
COMMENT ON TABLE student_school IS 'Schools of each student; triggers on student keep it, and search narrows down by it (personal)';
COMMENT ON COLUMN student_school.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student_school.school_id IS 'School attended now (personal)';
COMMENT ON COLUMN student_school.student_id IS 'Student (internal)';

CREATE FUNCTION keep_student_schools() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM student_school p
         USING old_rows o JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id
         WHERE o.school_ids <> n.school_ids AND p.student_id = o.id;
        INSERT INTO student_school (school_id, student_id)
        SELECT DISTINCT school, n.id
          FROM old_rows o JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id, unnest(n.school_ids) school
         WHERE o.school_ids <> n.school_ids
        ON CONFLICT DO NOTHING;
    ELSE
        INSERT INTO student_school (school_id, student_id)
        SELECT DISTINCT school, n.id FROM new_rows n, unnest(n.school_ids) school
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION keep_student_schools() IS 'Keeps student_school, set-based, whoever writes student (public)';
CREATE TRIGGER student_schooled AFTER INSERT ON student
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_student_schools();
CREATE TRIGGER student_schooled_otherwise AFTER UPDATE ON student
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_student_schools();

-- What is there already. The owner is held to row-level security as everybody is.
DO $$
DECLARE
    d uuid;
BEGIN
    FOR d IN SELECT id FROM district LOOP
        PERFORM set_config('app.district', d::text, true);
        UPDATE student_name_part p SET sort_name = s.sort_name
          FROM student s WHERE s.district_id = p.district_id AND s.id = p.student_id;
        INSERT INTO student_school (school_id, student_id)
        SELECT DISTINCT school, s.id FROM student s, unnest(s.school_ids) school;
        INSERT INTO name_part_key (key, part)
        SELECT 'd' || k, part FROM name_part, without_one_letter(part) k WHERE length(part) BETWEEN 3 AND 24
        UNION
        SELECT 's' || substr(part, i), part FROM name_part, generate_series(2, least(length(part) - 2, 24)) i
        UNION
        SELECT 'p' || k, part FROM name_part, unnest(name_sounds(part)) k WHERE length(part) BETWEEN 4 AND 24;
    END LOOP;
    PERFORM set_config('app.district', '', true);
END $$;

CREATE INDEX student_flag_kind_idx ON student_flag (district_id, kind, student_id) WHERE known_to IS NULL;
