-- How far a member of staff has looked through what is new in his cases.

CREATE TABLE caseload_seen (
    district_id uuid NOT NULL DEFAULT current_district(),
    staff_id    uuid NOT NULL,
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (district_id, staff_id)
);
COMMENT ON TABLE caseload_seen IS 'Marks of members of staff: everything up to then is no longer new to them. (internal)';
COMMENT ON COLUMN caseload_seen.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN caseload_seen.staff_id IS 'Member of staff. (internal)';
COMMENT ON COLUMN caseload_seen.seen_at IS 'Up to when he has seen it; never goes back. (internal)';
CALL protect('caseload_seen');
