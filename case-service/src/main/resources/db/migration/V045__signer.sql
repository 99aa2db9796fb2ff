-- Who held the educational rights on a day, so that a signature is judged by the day on which it was made.

ALTER TABLE student_profile ADD COLUMN student_holds_rights boolean NOT NULL DEFAULT false;
ALTER TABLE student_profile ADD COLUMN rights_held jsonb;
COMMENT ON COLUMN student_profile.student_holds_rights IS 'True when the rights passed to the adult student (34 CFR 300.520). (sensitive)';
COMMENT ON COLUMN student_profile.rights_held IS 'Who held the rights from when to when, as the student service judges its timeline; null when nothing is dated there. (sensitive)';

ALTER TABLE consent ALTER COLUMN guardian_id DROP NOT NULL;
ALTER TABLE consent ADD COLUMN request_id uuid;
ALTER TABLE consent ADD COLUMN revocation_method text CHECK (revocation_method IN ('PAPER', 'ELECTRONIC'));
COMMENT ON COLUMN consent.guardian_id IS 'Signer, a holder of educational rights on that day; null when the adult student signed. (personal)';
COMMENT ON COLUMN consent.revoked_by IS 'Guardian who revoked; null when the adult student did. (personal)';
COMMENT ON COLUMN consent.request_id IS 'The request that it answers, if it was asked for. (internal)';
COMMENT ON COLUMN consent.revocation_method IS 'How the revocation was written (34 CFR 300.9(c)(3), 300.300(b)(4)). (internal)';
