-- Imports that only tell, that wait for a decision, and that are called off.

ALTER TABLE roster_import
    DROP CONSTRAINT roster_import_state_check,
    ADD CONSTRAINT roster_import_state_check CHECK (state IN ('QUEUED', 'RUNNING', 'AWAITING_CONFIRMATION', 'COMPLETED',
                                                              'COMPLETED_WITH_ERRORS', 'CANCELLED', 'FAILED')),
    ADD COLUMN dry_run boolean NOT NULL DEFAULT false,
    ADD COLUMN strict boolean NOT NULL DEFAULT false,
    ADD COLUMN safety_percent integer NOT NULL DEFAULT 10 CHECK (safety_percent BETWEEN 0 AND 100),
    ADD COLUMN safety_passed_at timestamptz,
    ADD COLUMN confirmed_by text,
    ADD COLUMN confirmed_at timestamptz,
    ADD COLUMN cancel_requested_by text,
    ADD COLUMN cancel_requested_at timestamptz,
    ADD COLUMN traceparent text;
COMMENT ON COLUMN roster_import.state IS 'QUEUED, RUNNING, AWAITING_CONFIRMATION, COMPLETED, COMPLETED_WITH_ERRORS, CANCELLED or FAILED (internal)';
COMMENT ON COLUMN roster_import.dry_run IS 'Only tells what would change (internal)';
COMMENT ON COLUMN roster_import.strict IS 'Quirks of exports keep their row out (internal)';
COMMENT ON COLUMN roster_import.safety_percent IS 'Share of a file''s active records that may end without being asked about (internal)';
COMMENT ON COLUMN roster_import.safety_passed_at IS 'When it was found that the import ends no more, or that it may (internal)';
COMMENT ON COLUMN roster_import.confirmed_by IS 'Issuer and subject of the caller who let it end more (personal)';
COMMENT ON COLUMN roster_import.confirmed_at IS 'When he did (internal)';
COMMENT ON COLUMN roster_import.cancel_requested_by IS 'Issuer and subject of the caller who called it off (personal)';
COMMENT ON COLUMN roster_import.cancel_requested_at IS 'When he did (internal)';
COMMENT ON COLUMN roster_import.traceparent IS 'Trace of the request that sent it (W3C Trace Context), for the events (internal)';

DROP INDEX roster_import_waiting_idx;
CREATE INDEX roster_import_waiting_idx ON roster_import (district_id, dry_run, id)
    WHERE state IN ('QUEUED', 'RUNNING', 'AWAITING_CONFIRMATION');

ALTER TABLE roster_import_file
    ADD COLUMN expected bigint NOT NULL DEFAULT 0,
    ADD COLUMN revived bigint NOT NULL DEFAULT 0,
    ADD COLUMN active_before bigint,
    ADD COLUMN would_end bigint;
COMMENT ON COLUMN roster_import_file.ended IS 'Records ended: named so, or absent from a bulk file (internal)';
COMMENT ON COLUMN roster_import_file.expected IS 'Rows that the file has (internal)';
COMMENT ON COLUMN roster_import_file.revived IS 'Records that had ended and are active again (internal)';
COMMENT ON COLUMN roster_import_file.active_before IS 'Active records before the import (internal)';
COMMENT ON COLUMN roster_import_file.would_end IS 'Active records that the file no longer has (internal)';
