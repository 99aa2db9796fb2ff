-- Guardians whom the roster brings: who lists whom, and which guardianships are the roster's.

CREATE TABLE roster_agent (
    district_id uuid NOT NULL DEFAULT current_district(),
    user_id     uuid NOT NULL,
    agent_id    uuid NOT NULL,
    PRIMARY KEY (district_id, user_id, agent_id),
    FOREIGN KEY (district_id, user_id) REFERENCES roster_user (district_id, id) ON DELETE CASCADE
);
CALL protect('roster_agent');
CREATE INDEX roster_agent_agent_idx ON roster_agent (district_id, agent_id, user_id);
COMMENT ON TABLE roster_agent IS 'roster_user.agent_ids as rows, to be read from both ends: an index on the array would not be used, since its operators are not leakproof (personal)';
COMMENT ON COLUMN roster_agent.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_agent.user_id IS 'User who lists the other: a student his parents, or a parent his children (internal)';
COMMENT ON COLUMN roster_agent.agent_id IS 'User who is listed; he may be missing (internal)';

ALTER TABLE student_guardian
    ADD COLUMN source text NOT NULL DEFAULT 'LOCAL' CHECK (source IN ('LOCAL', 'ROSTER')),
    ADD COLUMN ended_on date;
COMMENT ON COLUMN student_guardian.source IS 'ROSTER: the roster brought the relation and may change or end it; LOCAL: the school recorded it, or changed it since (internal)';
COMMENT ON COLUMN student_guardian.ended_on IS 'First day on which the roster had the relation no more; null while it stands (sensitive)';

GRANT MAINTAIN ON roster_agent, guardian, student_guardian TO ${app_role};

-- Rosters that are here already: their families follow with the next import. No district is open during a migration.
ALTER TABLE roster_user NO FORCE ROW LEVEL SECURITY;
ALTER TABLE roster_touched_user NO FORCE ROW LEVEL SECURITY;
INSERT INTO roster_touched_user (district_id, user_id)
SELECT district_id, id FROM roster_user WHERE status = 'ACTIVE' AND cardinality(agent_ids) > 0
ON CONFLICT DO NOTHING;
ALTER TABLE roster_user FORCE ROW LEVEL SECURITY;
ALTER TABLE roster_touched_user FORCE ROW LEVEL SECURITY;
