-- A student's case and the team that works on it.

CREATE TABLE case_file (
    district_id    uuid NOT NULL DEFAULT current_district(),
    id             uuid NOT NULL,
    student_id     uuid NOT NULL,
    source         text NOT NULL CHECK (source IN ('STAFF', 'PARENT', 'AGENCY', 'INDICATOR')),
    reason         text NOT NULL,
    barriers       text[] NOT NULL,
    received_on    date NOT NULL,
    opened_on      date NOT NULL,
    status         text NOT NULL CHECK (status IN ('OPEN', 'CLOSED')),
    closed_on      date,
    closure_reason text,
    version        bigint NOT NULL,
    PRIMARY KEY (district_id, id),
    CHECK ((status = 'CLOSED') = (closed_on IS NOT NULL))
);
CREATE UNIQUE INDEX case_file_one_open ON case_file (district_id, student_id) WHERE status = 'OPEN';
CREATE INDEX case_file_student ON case_file (district_id, student_id, id);
COMMENT ON TABLE case_file IS 'Cases: one student''s need that a team works on; at most one is open for a student. (sensitive)';
COMMENT ON COLUMN case_file.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN case_file.id IS 'Id of the case. (internal)';
COMMENT ON COLUMN case_file.student_id IS 'The student; by reference, the profile may be destroyed before the case. (sensitive)';
COMMENT ON COLUMN case_file.source IS 'Who referred the student (34 CFR 300.111, 300.301(b)). (sensitive)';
COMMENT ON COLUMN case_file.reason IS 'Why, in the words of the referral. (sensitive)';
COMMENT ON COLUMN case_file.barriers IS 'Kinds of barrier to learning. (sensitive)';
COMMENT ON COLUMN case_file.received_on IS 'Date the referral was received, in the district''s zone. (sensitive)';
COMMENT ON COLUMN case_file.opened_on IS 'Date the case was opened, in the district''s zone. (sensitive)';
COMMENT ON COLUMN case_file.status IS 'OPEN or CLOSED. (sensitive)';
COMMENT ON COLUMN case_file.closed_on IS 'Date the case was closed. (sensitive)';
COMMENT ON COLUMN case_file.closure_reason IS 'Why it was closed. (sensitive)';
COMMENT ON COLUMN case_file.version IS 'Grows with each change; the ETag. (internal)';
CALL protect('case_file');

CREATE TABLE case_team_member (
    district_id uuid NOT NULL DEFAULT current_district(),
    case_id     uuid NOT NULL,
    staff_id    uuid NOT NULL,
    role        text NOT NULL CHECK (role IN ('CASE_MANAGER', 'MEMBER')),
    from_on     date NOT NULL,
    to_on       date,
    PRIMARY KEY (district_id, case_id, staff_id, role, from_on),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id)
);
CREATE INDEX case_team_member_staff ON case_team_member (district_id, staff_id, case_id);
COMMENT ON TABLE case_team_member IS 'Who works on a case, in which role, from when to when. (internal)';
COMMENT ON COLUMN case_team_member.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN case_team_member.case_id IS 'The case. (internal)';
COMMENT ON COLUMN case_team_member.staff_id IS 'Staff member. (internal)';
COMMENT ON COLUMN case_team_member.role IS 'Role on the team. (internal)';
COMMENT ON COLUMN case_team_member.from_on IS 'First day on the team. (internal)';
COMMENT ON COLUMN case_team_member.to_on IS 'Last day on the team; null while on it. (internal)';
CALL protect('case_team_member');
