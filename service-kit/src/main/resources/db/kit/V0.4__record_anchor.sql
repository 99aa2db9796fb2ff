-- What the functions of R__record_parts.sql cannot read from the columns. Each service has its own list in R__record_anchors.sql.
-- Databases from before the kit had this table made it in a migration of their service.

CREATE TABLE IF NOT EXISTS record_anchor (
    table_name  text NOT NULL PRIMARY KEY,
    column_name text NOT NULL,
    handling    text NOT NULL CHECK (handling IN ('RECORD', 'PERMANENT', 'WITHHELD', 'COPY', 'TRAIL'))
);
GRANT SELECT ON record_anchor TO ${app_role};
COMMENT ON TABLE record_anchor IS 'How tables belong to the record of a student, where their columns do not tell; of no district, names of tables only (internal)';
COMMENT ON COLUMN record_anchor.table_name IS 'Table (internal)';
COMMENT ON COLUMN record_anchor.column_name IS 'Column that holds the student: uuid, or uuid[] where several share a row (internal)';
COMMENT ON COLUMN record_anchor.handling IS 'RECORD: exported, destroyed; PERMANENT: exported, destroyed only with the whole record; WITHHELD: not exported without the custodian, destroyed; COPY: of another part, not exported, destroyed; TRAIL: neither (internal)';

CREATE PROCEDURE anchor(target text, student_column text, treated text) LANGUAGE sql AS $$
    INSERT INTO record_anchor VALUES (target, student_column, treated)
    ON CONFLICT (table_name) DO UPDATE SET column_name = excluded.column_name, handling = excluded.handling
$$;
COMMENT ON PROCEDURE anchor(text, text, text) IS 'Says how a table belongs to the record of a student.';

CREATE PROCEDURE students_are_in(target text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE OR REPLACE FUNCTION is_other_student(candidate uuid, whose uuid) RETURNS boolean LANGUAGE sql STABLE
        AS ''SELECT candidate <> whose AND EXISTS (
            SELECT FROM %I s WHERE s.district_id = current_district() AND s.id = candidate)''', target);
    COMMENT ON FUNCTION is_other_student(uuid, uuid) IS 'Whether an id is of another student of the district';
END $$;
COMMENT ON PROCEDURE students_are_in(text) IS 'Says which table of the service has a row for each student.';

CALL anchor('audit_entry', 'student_id', 'TRAIL');
