-- Imports of roster packages: the package as received, how far the import has come, and what it found.

-- The import stages rows in temporary tables: gone with the session, seen by nobody else, and open to COPY,
-- which PostgreSQL refuses on tables with row-level security.
DO $$ BEGIN
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO ${app_role}', current_database());
END $$;

CREATE TABLE roster_import (
    district_id       uuid        NOT NULL DEFAULT current_district(),
    id                uuid        NOT NULL,
    state             text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED')),
    oneroster_version text        NOT NULL,
    package_bytes     bigint      NOT NULL,
    package_sha256    bytea       NOT NULL,
    requested_by      text        NOT NULL,
    created_at        timestamptz NOT NULL,
    started_at        timestamptz,
    finished_at       timestamptz,
    attempts          integer     NOT NULL DEFAULT 0,
    next_attempt_at   timestamptz NOT NULL,
    failure_code      text,
    PRIMARY KEY (district_id, id)
);
CALL protect('roster_import');
CALL open_to_relay('roster_import');
CREATE INDEX roster_import_waiting_idx ON roster_import (district_id, id) WHERE state IN ('QUEUED', 'RUNNING');
COMMENT ON TABLE roster_import IS 'Import of one roster package (internal)';
COMMENT ON COLUMN roster_import.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_import.id IS 'Id of the import (internal)';
COMMENT ON COLUMN roster_import.state IS 'QUEUED, RUNNING, COMPLETED, COMPLETED_WITH_ERRORS or FAILED (internal)';
COMMENT ON COLUMN roster_import.oneroster_version IS 'Version of OneRoster that the manifest names (internal)';
COMMENT ON COLUMN roster_import.package_bytes IS 'Size of the package (internal)';
COMMENT ON COLUMN roster_import.package_sha256 IS 'Digest of the package (internal)';
COMMENT ON COLUMN roster_import.requested_by IS 'Issuer and subject of the caller who sent it (personal)';
COMMENT ON COLUMN roster_import.created_at IS 'When it was received (internal)';
COMMENT ON COLUMN roster_import.started_at IS 'When the work on it began first (internal)';
COMMENT ON COLUMN roster_import.finished_at IS 'When it ended (internal)';
COMMENT ON COLUMN roster_import.attempts IS 'How often the work on it began (internal)';
COMMENT ON COLUMN roster_import.next_attempt_at IS 'Not before this time is it begun again (internal)';
COMMENT ON COLUMN roster_import.failure_code IS 'Why it failed (internal)';

CREATE TABLE roster_import_file (
    district_id uuid    NOT NULL DEFAULT current_district(),
    import_id   uuid    NOT NULL,
    file        text    NOT NULL,
    mode        text    NOT NULL CHECK (mode IN ('BULK', 'DELTA', 'IGNORED')),
    line_done   bigint  NOT NULL DEFAULT 0,
    finished    boolean NOT NULL DEFAULT false,
    read        bigint  NOT NULL DEFAULT 0,
    added       bigint  NOT NULL DEFAULT 0,
    changed     bigint  NOT NULL DEFAULT 0,
    ended       bigint  NOT NULL DEFAULT 0,
    unchanged   bigint  NOT NULL DEFAULT 0,
    rejected    bigint  NOT NULL DEFAULT 0,
    warnings    bigint  NOT NULL DEFAULT 0,
    errors      bigint  NOT NULL DEFAULT 0,
    PRIMARY KEY (district_id, import_id, file),
    FOREIGN KEY (district_id, import_id) REFERENCES roster_import (district_id, id)
);
CALL protect('roster_import_file');
COMMENT ON TABLE roster_import_file IS 'What an import did with each file, and how far it came (internal)';
COMMENT ON COLUMN roster_import_file.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_import_file.import_id IS 'Import (internal)';
COMMENT ON COLUMN roster_import_file.file IS 'Name of the file without .csv (internal)';
COMMENT ON COLUMN roster_import_file.mode IS 'BULK, DELTA, or IGNORED for files that are not imported (internal)';
COMMENT ON COLUMN roster_import_file.line_done IS 'Last line that is merged; an import that was cut off goes on after it (internal)';
COMMENT ON COLUMN roster_import_file.finished IS 'All lines are merged, and what was absent is ended (internal)';
COMMENT ON COLUMN roster_import_file.read IS 'Rows read (internal)';
COMMENT ON COLUMN roster_import_file.added IS 'Records added (internal)';
COMMENT ON COLUMN roster_import_file.changed IS 'Records changed (internal)';
COMMENT ON COLUMN roster_import_file.ended IS 'Records ended because a bulk file no longer has them (internal)';
COMMENT ON COLUMN roster_import_file.unchanged IS 'Rows that changed nothing (internal)';
COMMENT ON COLUMN roster_import_file.rejected IS 'Rows kept out (internal)';
COMMENT ON COLUMN roster_import_file.warnings IS 'Quirks met (internal)';
COMMENT ON COLUMN roster_import_file.errors IS 'Faults met (internal)';

CREATE TABLE roster_import_finding (
    district_id uuid   NOT NULL DEFAULT current_district(),
    id          uuid   NOT NULL DEFAULT uuidv7(),
    import_id   uuid   NOT NULL,
    severity    text   NOT NULL CHECK (severity IN ('WARNING', 'ERROR')),
    code        text   NOT NULL,
    file        text   NOT NULL,
    line        bigint NOT NULL,
    column_name text   NOT NULL DEFAULT '',
    value_class text,
    occurrences bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, import_id) REFERENCES roster_import (district_id, id)
);
CALL protect('roster_import_finding');
CREATE INDEX roster_import_finding_import_idx ON roster_import_finding (district_id, import_id, id);
CREATE UNIQUE INDEX roster_import_finding_warning_idx
    ON roster_import_finding (district_id, import_id, file, code, column_name) WHERE severity = 'WARNING';
COMMENT ON TABLE roster_import_finding IS 'What an import found wrong; a warning stands once per file, code and column (internal)';
COMMENT ON COLUMN roster_import_finding.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_import_finding.id IS 'Id of the finding (internal)';
COMMENT ON COLUMN roster_import_finding.import_id IS 'Import (internal)';
COMMENT ON COLUMN roster_import_finding.severity IS 'WARNING: understood; ERROR: the row was kept out (internal)';
COMMENT ON COLUMN roster_import_finding.code IS 'Stable code (internal)';
COMMENT ON COLUMN roster_import_finding.file IS 'File with its extension (internal)';
COMMENT ON COLUMN roster_import_finding.line IS 'Line, counted from 1; of a warning the first (internal)';
COMMENT ON COLUMN roster_import_finding.column_name IS 'Column; empty when the whole row is meant (internal)';
COMMENT ON COLUMN roster_import_finding.value_class IS 'Form of the value, never the value (internal)';
COMMENT ON COLUMN roster_import_finding.occurrences IS 'How often a warning was met (internal)';

-- No foreign key: the chunks are there before the import is, in transactions of their own, so that none is long.
CREATE TABLE roster_package_chunk (
    district_id uuid        NOT NULL DEFAULT current_district(),
    import_id   uuid        NOT NULL,
    chunk_no    integer     NOT NULL,
    bytes       bytea       NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (district_id, import_id, chunk_no)
);
ALTER TABLE roster_package_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
CALL protect('roster_package_chunk');
COMMENT ON TABLE roster_package_chunk IS 'Package as received, until its import has ended (sensitive)';
COMMENT ON COLUMN roster_package_chunk.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_package_chunk.import_id IS 'Import (internal)';
COMMENT ON COLUMN roster_package_chunk.chunk_no IS 'Place in the package, from 0 (internal)';
COMMENT ON COLUMN roster_package_chunk.bytes IS 'Part of the ZIP (sensitive)';
COMMENT ON COLUMN roster_package_chunk.received_at IS 'When it came (internal)';
