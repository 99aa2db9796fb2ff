-- Who has which part of a case open now. Not worth a log: after a crash the next heartbeat tells it again.

CREATE UNLOGGED TABLE case_presence (
    district_id uuid        NOT NULL DEFAULT current_district(),
    case_id     uuid        NOT NULL,
    staff_id    uuid        NOT NULL,
    resource    text        NOT NULL,
    section     text        NOT NULL DEFAULT '',
    role        text        NOT NULL,
    since       timestamptz NOT NULL,
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (district_id, case_id, staff_id, resource, section)
) WITH (fillfactor = 50);
CALL protect('case_presence');
COMMENT ON TABLE case_presence IS 'Who has what of a case open; a row counts for 45 seconds after its last heartbeat, and is no part of the record. (internal)';
COMMENT ON COLUMN case_presence.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN case_presence.case_id IS 'The case; by value, so that a record is destroyed without asking who looks at it. (internal)';
COMMENT ON COLUMN case_presence.staff_id IS 'Who has it open. (internal)';
COMMENT ON COLUMN case_presence.resource IS 'Path of what is open, below the case. (internal)';
COMMENT ON COLUMN case_presence.section IS 'Part of it; empty for the whole. (internal)';
COMMENT ON COLUMN case_presence.role IS 'Role in which it was opened. (internal)';
COMMENT ON COLUMN case_presence.since IS 'First heartbeat without a gap. (internal)';
COMMENT ON COLUMN case_presence.seen_at IS 'Last heartbeat, by the clock of the database, which all replicas share. (internal)';
