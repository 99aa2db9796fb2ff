-- A district's own rules and readings of law.

CREATE TABLE deadline_rule (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          text NOT NULL,
    mode        text NOT NULL CHECK (mode IN ('SHORTENS', 'REPLACES')),
    step        text NOT NULL,
    rule        text NOT NULL,
    citation    text NOT NULL,
    reason      text NOT NULL,
    active      boolean NOT NULL,
    written_at  timestamptz NOT NULL,
    version     bigint NOT NULL,
    PRIMARY KEY (district_id, id)
);
COMMENT ON TABLE deadline_rule IS 'Local policy beside the law. (internal)';
COMMENT ON COLUMN deadline_rule.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN deadline_rule.id IS 'Name of the rule in the district. (internal)';
COMMENT ON COLUMN deadline_rule.mode IS 'Whether it shortens the law''s limit or stands in for it. (internal)';
COMMENT ON COLUMN deadline_rule.step IS 'The step it is about. (internal)';
COMMENT ON COLUMN deadline_rule.rule IS 'The rule as its editor wrote it. (internal)';
COMMENT ON COLUMN deadline_rule.citation IS 'Where the district set it. (public)';
COMMENT ON COLUMN deadline_rule.reason IS 'Why it was set. (internal)';
COMMENT ON COLUMN deadline_rule.active IS 'Whether it is counted with. (internal)';
COMMENT ON COLUMN deadline_rule.written_at IS 'When it was last written. (internal)';
COMMENT ON COLUMN deadline_rule.version IS 'Grows with each change. (internal)';
CALL protect('deadline_rule');
