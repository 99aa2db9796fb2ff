-- An exception from consent that was recorded wrongly is withdrawn with a reason; it stays readable.

ALTER TABLE consent_exception
    ADD COLUMN withdrawal_reason text,
    ADD COLUMN withdrawn_by      uuid,
    ADD CHECK ((ended_because IS NOT DISTINCT FROM 'WITHDRAWN') = (withdrawal_reason IS NOT NULL));
COMMENT ON COLUMN consent_exception.withdrawal_reason IS 'Why it was withdrawn. (sensitive)';
COMMENT ON COLUMN consent_exception.withdrawn_by IS 'Staff member who withdrew it. (internal)';
