-- Parts of exports. Databases from before the record kit have this table from a migration of their service.

CREATE TABLE IF NOT EXISTS export_part (
    district_id  uuid        NOT NULL DEFAULT current_district(),
    export_id    uuid        NOT NULL,
    student_id   uuid        NOT NULL,
    content      bytea       NOT NULL,
    sha256       text        NOT NULL,
    row_count    integer     NOT NULL,
    assembled_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    PRIMARY KEY (district_id, export_id)
);
DROP POLICY IF EXISTS district ON export_part;
CALL protect('export_part');
CREATE INDEX IF NOT EXISTS export_part_expiry_idx ON export_part (district_id, expires_at);
COMMENT ON TABLE export_part IS 'This service''s part of an export, until the student service has taken it or it expires (sensitive)';
COMMENT ON COLUMN export_part.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN export_part.export_id IS 'The access request for which it was assembled (internal)';
COMMENT ON COLUMN export_part.student_id IS 'Whose record (sensitive)';
COMMENT ON COLUMN export_part.content IS 'The part as JSON, compressed with gzip (sensitive)';
COMMENT ON COLUMN export_part.sha256 IS 'SHA-256 of the JSON, hexadecimal (internal)';
COMMENT ON COLUMN export_part.row_count IS 'Rows in it (internal)';
COMMENT ON COLUMN export_part.assembled_at IS 'When it was assembled (internal)';
COMMENT ON COLUMN export_part.expires_at IS 'When it is deleted at the latest (internal)';
CALL anchor('export_part', 'student_id', 'TRAIL');
