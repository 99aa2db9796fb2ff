-- The team of a case with roles and dates, and the staff it is taken from; the staff is fed by schoolcase.staff.state.

CREATE TABLE staff_profile (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL,
    version     bigint NOT NULL,
    given_name  text NOT NULL,
    family_name text NOT NULL,
    school_ids  uuid[] NOT NULL,
    active      boolean NOT NULL,
    PRIMARY KEY (district_id, id)
);
COMMENT ON TABLE staff_profile IS 'Staff as the student service last told. (personal)';
COMMENT ON COLUMN staff_profile.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN staff_profile.id IS 'Id of the member of staff in the whole suite. (internal)';
COMMENT ON COLUMN staff_profile.version IS 'Version of the profile; older messages are ignored. (internal)';
COMMENT ON COLUMN staff_profile.given_name IS 'Given name. (personal)';
COMMENT ON COLUMN staff_profile.family_name IS 'Family name. (personal)';
COMMENT ON COLUMN staff_profile.school_ids IS 'Schools he works at; none says that he works for the whole district. (internal)';
COMMENT ON COLUMN staff_profile.active IS 'False once he has left. (internal)';
CALL protect('staff_profile');

ALTER TABLE case_team_member ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE case_team_member ADD COLUMN added_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE case_team_member DROP CONSTRAINT case_team_member_pkey;
ALTER TABLE case_team_member ADD PRIMARY KEY (district_id, id);
ALTER TABLE case_team_member DROP CONSTRAINT case_team_member_role_check;
ALTER TABLE case_team_member ADD CONSTRAINT case_team_member_role_check CHECK (role IN
    ('CASE_MANAGER', 'SERVICE_PROVIDER', 'TEACHER', 'PSYCHOLOGIST', 'SPEECH_THERAPIST', 'NURSE', 'ADMINISTRATOR', 'MEMBER'));
CREATE INDEX case_team_member_case ON case_team_member (district_id, case_id, from_on);
-- One manager at a time; a second one would share the duties and so drop them.
CREATE UNIQUE INDEX case_team_one_manager ON case_team_member (district_id, case_id)
    WHERE role = 'CASE_MANAGER' AND to_on IS NULL;
CREATE INDEX case_team_manager_now ON case_team_member (district_id, staff_id)
    WHERE role = 'CASE_MANAGER' AND to_on IS NULL;
CREATE UNIQUE INDEX case_team_once ON case_team_member (district_id, case_id, staff_id, role) WHERE to_on IS NULL;
COMMENT ON COLUMN case_team_member.id IS 'Id of the membership. (internal)';
COMMENT ON COLUMN case_team_member.added_at IS 'When it was entered. (internal)';
COMMENT ON COLUMN case_team_member.to_on IS 'Last day on the team; null while no end is set; the day before from_on where it ended on its first day. (internal)';
