-- How long a district keeps what, and holds that stop any destruction.

CREATE TABLE retention_rule (
    district_id    uuid        NOT NULL DEFAULT current_district(),
    kind           text        NOT NULL,
    effective_from date        NOT NULL,
    years          integer     NOT NULL CHECK (years BETWEEN 0 AND 150),
    notice_days    integer     NOT NULL CHECK (notice_days BETWEEN 1 AND 3650),
    authority      text        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    recorded_by    text        NOT NULL,
    PRIMARY KEY (district_id, kind, effective_from)
);
CALL protect('retention_rule');
REVOKE UPDATE, DELETE ON retention_rule FROM ${app_role};
COMMENT ON TABLE retention_rule IS 'Retention periods that a district has set, where the law sets none; the latest that has begun counts (internal)';
COMMENT ON COLUMN retention_rule.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN retention_rule.kind IS 'Kind of record, as in retention.json (internal)';
COMMENT ON COLUMN retention_rule.effective_from IS 'First day on which it counts (internal)';
COMMENT ON COLUMN retention_rule.years IS 'Years for which it is kept after the student left (internal)';
COMMENT ON COLUMN retention_rule.notice_days IS 'Days between the notice to the family and the destruction (internal)';
COMMENT ON COLUMN retention_rule.authority IS 'State law or board policy that sets it (public)';
COMMENT ON COLUMN retention_rule.recorded_at IS 'When it was recorded (internal)';
COMMENT ON COLUMN retention_rule.recorded_by IS 'Issuer and subject of who recorded it (internal)';

CREATE TABLE legal_hold (
    district_id    uuid        NOT NULL DEFAULT current_district(),
    id             uuid        NOT NULL,
    student_id     uuid        NOT NULL,
    reason         text        NOT NULL CHECK (reason IN ('LITIGATION', 'DUE_PROCESS', 'STATE_COMPLAINT', 'AUDIT', 'OTHER')),
    matter         text        NOT NULL,
    placed_at      timestamptz NOT NULL,
    placed_by      text        NOT NULL,
    released_at    timestamptz,
    released_by    text,
    release_reason text,
    PRIMARY KEY (district_id, id),
    CHECK ((released_at IS NULL) = (release_reason IS NULL))
);
CALL protect('legal_hold');
CREATE INDEX legal_hold_student_idx ON legal_hold (district_id, student_id, id DESC);
COMMENT ON TABLE legal_hold IS 'Matters for which the record of a student must not be destroyed (sensitive)';
COMMENT ON COLUMN legal_hold.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN legal_hold.id IS 'Id of the hold (internal)';
COMMENT ON COLUMN legal_hold.student_id IS 'Whose record (sensitive)';
COMMENT ON COLUMN legal_hold.reason IS 'Code of the kind of matter (sensitive)';
COMMENT ON COLUMN legal_hold.matter IS 'Reference of the matter (sensitive)';
COMMENT ON COLUMN legal_hold.placed_at IS 'When it was placed (internal)';
COMMENT ON COLUMN legal_hold.placed_by IS 'Issuer and subject of who placed it (internal)';
COMMENT ON COLUMN legal_hold.released_at IS 'When it was released; null while it holds (internal)';
COMMENT ON COLUMN legal_hold.released_by IS 'Issuer and subject of who released it (internal)';
COMMENT ON COLUMN legal_hold.release_reason IS 'Why it was released (sensitive)';
