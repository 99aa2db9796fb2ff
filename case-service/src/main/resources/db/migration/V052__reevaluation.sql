-- Requests for a reevaluation, and agreements that one is unnecessary (34 CFR 300.303).

CREATE TABLE reevaluation_request (
    district_id   uuid        NOT NULL DEFAULT current_district(),
    id            uuid        NOT NULL,
    case_id       uuid        NOT NULL,
    student_id    uuid        NOT NULL,
    requested_by  text        NOT NULL CHECK (requested_by IN ('PARENT', 'TEACHER', 'AGENCY')),
    person_id     uuid        NOT NULL,
    requested_on  date        NOT NULL,
    reason        text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id)
);
CREATE INDEX reevaluation_request_case ON reevaluation_request (district_id, case_id, id);
COMMENT ON TABLE reevaluation_request IS 'Requests for a reevaluation by parents, teachers and the agency (34 CFR 300.303(a)). (sensitive)';
COMMENT ON COLUMN reevaluation_request.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN reevaluation_request.id IS 'Id of the request. (internal)';
COMMENT ON COLUMN reevaluation_request.case_id IS 'The case. (internal)';
COMMENT ON COLUMN reevaluation_request.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN reevaluation_request.requested_by IS 'PARENT, TEACHER or AGENCY. (sensitive)';
COMMENT ON COLUMN reevaluation_request.person_id IS 'The guardian, or the staff member. (personal)';
COMMENT ON COLUMN reevaluation_request.requested_on IS 'Date of the request. (sensitive)';
COMMENT ON COLUMN reevaluation_request.reason IS 'Why, in the words of the request. (sensitive)';
COMMENT ON COLUMN reevaluation_request.recorded_at IS 'When it was entered. (internal)';
CALL protect('reevaluation_request');

CREATE TABLE reevaluation_waiver (
    district_id uuid        NOT NULL DEFAULT current_district(),
    id          uuid        NOT NULL,
    case_id     uuid        NOT NULL,
    student_id  uuid        NOT NULL,
    guardian_id uuid        NOT NULL,
    staff_id    uuid        NOT NULL,
    agreed_on   date        NOT NULL,
    reason      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id)
);
CREATE INDEX reevaluation_waiver_case ON reevaluation_waiver (district_id, case_id, id);
COMMENT ON TABLE reevaluation_waiver IS 'Written agreements of parent and agency that a three-year reevaluation is unnecessary (34 CFR 300.303(b)(2)). (sensitive)';
COMMENT ON COLUMN reevaluation_waiver.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN reevaluation_waiver.id IS 'Id of the agreement. (internal)';
COMMENT ON COLUMN reevaluation_waiver.case_id IS 'The case. (internal)';
COMMENT ON COLUMN reevaluation_waiver.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN reevaluation_waiver.guardian_id IS 'Parent who agreed. (personal)';
COMMENT ON COLUMN reevaluation_waiver.staff_id IS 'Staff member who agreed for the agency. (internal)';
COMMENT ON COLUMN reevaluation_waiver.agreed_on IS 'Date of the agreement. (sensitive)';
COMMENT ON COLUMN reevaluation_waiver.reason IS 'Why it is unnecessary. (sensitive)';
COMMENT ON COLUMN reevaluation_waiver.recorded_at IS 'When it was entered. (internal)';
CALL protect('reevaluation_waiver');
