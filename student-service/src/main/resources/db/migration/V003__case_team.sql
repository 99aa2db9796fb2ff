-- Read model of the case service's events: who works on an open case of which student.
CREATE TABLE case_team (
    district_id uuid NOT NULL DEFAULT current_district(),
    student_id  uuid NOT NULL,
    staff_id    uuid NOT NULL,
    case_id     uuid NOT NULL,
    PRIMARY KEY (district_id, staff_id, student_id, case_id)
);
CALL protect('case_team');
CREATE INDEX case_team_case_idx ON case_team (district_id, case_id);
COMMENT ON TABLE case_team IS 'Members of the teams of open cases (sensitive)';
COMMENT ON COLUMN case_team.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN case_team.student_id IS 'Student of the case (sensitive)';
COMMENT ON COLUMN case_team.staff_id IS 'Member of the team (internal)';
COMMENT ON COLUMN case_team.case_id IS 'Case (internal)';

CREATE TABLE closed_case (
    district_id uuid NOT NULL DEFAULT current_district(),
    case_id     uuid NOT NULL,
    PRIMARY KEY (district_id, case_id)
);
CALL protect('closed_case');
COMMENT ON TABLE closed_case IS 'Cases that are closed, so that a late opening opens nothing (internal)';
COMMENT ON COLUMN closed_case.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN closed_case.case_id IS 'Case (internal)';
