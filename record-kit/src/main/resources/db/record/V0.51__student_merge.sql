-- Students whose records were made one in the student service: what a service keeps under the one id follows the other.
-- Databases from before the record kit have these tables from a migration of their service.

CREATE TABLE IF NOT EXISTS student_merge (
    district_id  uuid        NOT NULL DEFAULT current_district(),
    merged_id    uuid        NOT NULL,
    surviving_id uuid        NOT NULL,
    in_force     boolean     NOT NULL,
    told_at      timestamptz NOT NULL,
    PRIMARY KEY (district_id, merged_id)
);
DROP POLICY IF EXISTS district ON student_merge;
CALL protect('student_merge');
COMMENT ON TABLE student_merge IS 'Ids of student records that were merged into others, as the student service told last (internal)';
COMMENT ON COLUMN student_merge.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN student_merge.merged_id IS 'Record that stands still (internal)';
COMMENT ON COLUMN student_merge.surviving_id IS 'Record that goes on (internal)';
COMMENT ON COLUMN student_merge.in_force IS 'False once the merge was undone (internal)';
COMMENT ON COLUMN student_merge.told_at IS 'Time of the fact; an older one changes nothing (internal)';

CREATE TABLE IF NOT EXISTS student_merge_row (
    district_id uuid NOT NULL DEFAULT current_district(),
    merged_id   uuid NOT NULL,
    table_name  text NOT NULL,
    row_id      uuid NOT NULL,
    PRIMARY KEY (district_id, merged_id, table_name, row_id)
);
DROP POLICY IF EXISTS district ON student_merge_row;
CALL protect('student_merge_row');
COMMENT ON TABLE student_merge_row IS 'Rows that followed a merge, so that its undoing gives them back (internal)';
COMMENT ON COLUMN student_merge_row.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN student_merge_row.merged_id IS 'Record that they belonged to (internal)';
COMMENT ON COLUMN student_merge_row.table_name IS 'Table of the row (internal)';
COMMENT ON COLUMN student_merge_row.row_id IS 'Id of the row (internal)';

-- A service that has more to do when rows follow replaces these in a migration of its own; here they stay as they are.
CREATE PROCEDURE before_merge(merged uuid, surviving uuid) LANGUAGE plpgsql AS $$
BEGIN
END $$;
COMMENT ON PROCEDURE before_merge(uuid, uuid) IS 'What a service does before rows follow to the student at the end of the chain (public)';

CREATE PROCEDURE after_unmerge(merged uuid) LANGUAGE plpgsql AS $$
BEGIN
END $$;
COMMENT ON PROCEDURE after_unmerge(uuid) IS 'What a service does once rows were given back, while student_merge_row still names them (public)';
