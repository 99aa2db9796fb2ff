-- Search by parts of names. Under row-level security an index serves only leakproof operators: equality and
-- order do, LIKE and trigram similarity do not. So the fuzzy match runs over the few distinct parts of names in
-- a district (name_part), and equality leads from there to the students (student_name_part).
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE name_part (
    district_id uuid NOT NULL DEFAULT current_district(),
    part        text COLLATE "C" NOT NULL,
    PRIMARY KEY (district_id, part)
);
CALL protect('name_part');
COMMENT ON TABLE name_part IS 'Each folded part of a name that occurs in the district, once (personal)';
COMMENT ON COLUMN name_part.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN name_part.part IS 'Part of a name, folded (personal)';

CREATE TABLE student_name_part (
    district_id uuid NOT NULL DEFAULT current_district(),
    part        text COLLATE "C" NOT NULL,
    student_id  uuid NOT NULL,
    PRIMARY KEY (district_id, part, student_id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id) ON DELETE CASCADE
);
CALL protect('student_name_part');
CREATE INDEX student_name_part_student_idx ON student_name_part (district_id, student_id);
COMMENT ON TABLE student_name_part IS 'Parts of each student''s names; triggers on student keep it (personal)';
COMMENT ON COLUMN student_name_part.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student_name_part.part IS 'Part of a name, folded (personal)';
COMMENT ON COLUMN student_name_part.student_id IS 'Student with this part in his names (internal)';

CREATE FUNCTION add_name_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM student_name_part p
         USING old_rows o JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id
         WHERE o.search_text <> n.search_text AND p.student_id = o.id;
        INSERT INTO name_part (part)
        SELECT DISTINCT part
          FROM old_rows o JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id,
               string_to_table(n.search_text, ' ') part
         WHERE o.search_text <> n.search_text AND part <> ''
         ORDER BY part
        ON CONFLICT DO NOTHING;
        INSERT INTO student_name_part (part, student_id)
        SELECT DISTINCT part, n.id
          FROM old_rows o JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id,
               string_to_table(n.search_text, ' ') part
         WHERE o.search_text <> n.search_text AND part <> ''
        ON CONFLICT DO NOTHING;
    ELSE
        INSERT INTO name_part (part)
        SELECT DISTINCT part FROM new_rows n, string_to_table(n.search_text, ' ') part
         WHERE part <> ''
         ORDER BY part
        ON CONFLICT DO NOTHING;
        INSERT INTO student_name_part (part, student_id)
        SELECT DISTINCT part, n.id FROM new_rows n, string_to_table(n.search_text, ' ') part
         WHERE part <> ''
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION add_name_parts() IS 'Keeps student_name_part, set-based, whoever writes student (public)';

CREATE TRIGGER student_named AFTER INSERT ON student
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION add_name_parts();
CREATE TRIGGER student_renamed AFTER UPDATE ON student
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION add_name_parts();
