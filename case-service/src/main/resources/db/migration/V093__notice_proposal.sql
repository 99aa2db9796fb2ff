-- A prior written notice says which evaluation it proposes: Minnesota gives the parent of a reevaluation days to answer.
ALTER TABLE notice
    ADD COLUMN proposes text CHECK (proposes IN ('EVALUATION', 'REEVALUATION')),
    ADD CHECK (proposes IS NULL OR kind = 'PRIOR_WRITTEN');
COMMENT ON COLUMN notice.proposes IS 'Evaluation that a prior written notice proposes, if it does (300.503(a)(1)). (sensitive)';
COMMENT ON COLUMN case_deadline.ended_by IS 'Why it no longer runs: COMPLETED, CONSENT_REVOKED, CASE_CLOSED, or LAW_CHANGED. (sensitive)';
