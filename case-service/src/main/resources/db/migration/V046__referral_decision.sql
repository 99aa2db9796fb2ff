-- What the school decided about referrals; a decision is not changed, a newer one takes its place and says why.

CREATE TABLE referral_decision (
    district_id       uuid        NOT NULL DEFAULT current_district(),
    id                uuid        NOT NULL,
    case_id           uuid        NOT NULL,
    decision          text        NOT NULL CHECK (decision IN ('EVALUATE', 'SUPPORT', 'REFUSE')),
    reason            text        NOT NULL,
    decided_on        date        NOT NULL,
    decided_by        uuid        NOT NULL,
    supersedes        uuid,
    supersedes_reason text,
    recorded_at       timestamptz NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    CHECK ((supersedes IS NULL) = (supersedes_reason IS NULL))
);
CREATE INDEX referral_decision_case ON referral_decision (district_id, case_id, id);
CREATE UNIQUE INDEX referral_decision_superseded ON referral_decision (district_id, supersedes);
COMMENT ON TABLE referral_decision IS 'Decisions about referrals (34 CFR 300.301(b), 300.503(a)); rows are added and never changed. (sensitive)';
COMMENT ON COLUMN referral_decision.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN referral_decision.id IS 'Id of the decision; grows with the order of recording. (internal)';
COMMENT ON COLUMN referral_decision.case_id IS 'The case. (internal)';
COMMENT ON COLUMN referral_decision.decision IS 'To evaluate, to support without evaluating, or to refuse. (sensitive)';
COMMENT ON COLUMN referral_decision.reason IS 'Why. (sensitive)';
COMMENT ON COLUMN referral_decision.decided_on IS 'Date of the decision. (sensitive)';
COMMENT ON COLUMN referral_decision.decided_by IS 'Staff member who decided or led the group that did. (internal)';
COMMENT ON COLUMN referral_decision.supersedes IS 'The decision whose place it takes. (internal)';
COMMENT ON COLUMN referral_decision.supersedes_reason IS 'Why it takes that place. (sensitive)';
COMMENT ON COLUMN referral_decision.recorded_at IS 'When it was entered. (internal)';
CALL protect('referral_decision');
REVOKE UPDATE ON referral_decision FROM ${app_role};
