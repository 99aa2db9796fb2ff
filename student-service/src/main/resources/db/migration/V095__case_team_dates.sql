-- Who works on a case, in which role, from when to when: access by the team follows the dates that the case service tells.
-- What is told from now on is read by a consumer group that begins at the beginning of the topic, so that those who were put
-- on a team before this are on it, too; the claims of the former reading would keep it from taking effect.
ALTER TABLE case_team
    ADD COLUMN role    text NOT NULL DEFAULT 'UNTOLD',
    ADD COLUMN from_on date NOT NULL DEFAULT '-infinity',
    ADD COLUMN to_on   date NOT NULL DEFAULT 'infinity';
ALTER TABLE case_team DROP CONSTRAINT case_team_pkey;
ALTER TABLE case_team ADD PRIMARY KEY (district_id, staff_id, student_id, case_id, role, from_on);
COMMENT ON TABLE case_team IS 'Members, past, present and to come, of the teams of open cases (sensitive)';
COMMENT ON COLUMN case_team.role IS 'Role on the team; UNTOLD until its case is told anew (internal)';
COMMENT ON COLUMN case_team.from_on IS 'First day on the team (internal)';
COMMENT ON COLUMN case_team.to_on IS 'Last day on the team; infinity while no end is set; before from_on where it ended before it began (internal)';

ALTER TABLE inbox_event NO FORCE ROW LEVEL SECURITY;
DELETE FROM inbox_event WHERE consumer = 'case-team';
ALTER TABLE inbox_event FORCE ROW LEVEL SECURITY;
