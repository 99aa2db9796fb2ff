-- Consent to an evaluation is consent to that one (34 CFR 300.300(a), (c)): the decision upon it uses the consent up.

ALTER TABLE consent
    ADD COLUMN used_on  date,
    ADD COLUMN used_for uuid,
    ADD CHECK ((used_on IS NULL) = (used_for IS NULL)),
    ADD CHECK (used_on IS NULL OR decision = 'GIVEN');
COMMENT ON COLUMN consent.used_on IS 'Date of the decision upon the evaluation that it was given for; it covers no later one. (sensitive)';
COMMENT ON COLUMN consent.used_for IS 'That evaluation. (internal)';
COMMENT ON COLUMN consent_exception.ended_because IS 'ANSWERED by a rights holder, USED up by the decision upon the evaluation, or WITHDRAWN. (sensitive)';

-- The owner of the tables sees rows of all districts only while row-level security does not bind him.
ALTER TABLE consent NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent_exception NO FORCE ROW LEVEL SECURITY;
ALTER TABLE evaluation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE eligibility_determination NO FORCE ROW LEVEL SECURITY;

UPDATE consent k SET used_on = u.decided_on, used_for = u.evaluation_id, version = k.version + 1
  FROM (SELECT DISTINCT ON (k.district_id, k.id) k.district_id, k.id, d.decided_on, d.evaluation_id
          FROM consent k
          JOIN evaluation e ON e.district_id = k.district_id AND e.case_id = k.case_id
               AND k.kind = CASE e.cycle WHEN 'INITIAL' THEN 'EVALUATION' ELSE 'REEVALUATION' END
          JOIN eligibility_determination d ON d.district_id = e.district_id AND d.evaluation_id = e.id
               AND d.supersedes IS NULL AND d.recorded_at > k.recorded_at
         WHERE k.decision = 'GIVEN' AND k.revoked_on IS NULL
         ORDER BY k.district_id, k.id, d.recorded_at) u
 WHERE k.district_id = u.district_id AND k.id = u.id;

UPDATE consent_exception x SET ended_on = greatest(x.decided_on, u.decided_on), ended_because = 'USED',
       version = x.version + 1
  FROM (SELECT DISTINCT ON (x.district_id, x.id) x.district_id, x.id, d.decided_on
          FROM consent_exception x
          JOIN evaluation e ON e.district_id = x.district_id AND e.case_id = x.case_id
               AND x.kind = CASE e.cycle WHEN 'INITIAL' THEN 'EVALUATION' ELSE 'REEVALUATION' END
          JOIN eligibility_determination d ON d.district_id = e.district_id AND d.evaluation_id = e.id
               AND d.supersedes IS NULL AND d.recorded_at > x.recorded_at
         WHERE x.ended_on IS NULL
         ORDER BY x.district_id, x.id, d.recorded_at) u
 WHERE x.district_id = u.district_id AND x.id = u.id;

ALTER TABLE consent FORCE ROW LEVEL SECURITY;
ALTER TABLE consent_exception FORCE ROW LEVEL SECURITY;
ALTER TABLE evaluation FORCE ROW LEVEL SECURITY;
ALTER TABLE eligibility_determination FORCE ROW LEVEL SECURITY;

DROP INDEX consent_in_force;
CREATE UNIQUE INDEX consent_in_force ON consent (district_id, case_id, kind)
    WHERE decision = 'GIVEN' AND revoked_on IS NULL AND used_on IS NULL;
