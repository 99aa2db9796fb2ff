-- The end of special education (34 CFR 300.305(e)).

CREATE TABLE special_education_exit (
    district_id uuid        NOT NULL DEFAULT current_district(),
    id          uuid        NOT NULL,
    case_id     uuid        NOT NULL,
    student_id  uuid        NOT NULL,
    basis       text        NOT NULL,
    exit_code   text        NOT NULL,
    exited_on   date        NOT NULL,
    explanation text        NOT NULL,
    summary     jsonb,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id)
);
CREATE INDEX special_education_exit_case ON special_education_exit (district_id, case_id, id);
COMMENT ON TABLE special_education_exit IS 'Ends of special education, with the summary of performance where law wants one. (sensitive)';
COMMENT ON COLUMN special_education_exit.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN special_education_exit.id IS 'Id of the exit. (internal)';
COMMENT ON COLUMN special_education_exit.case_id IS 'The case. (internal)';
COMMENT ON COLUMN special_education_exit.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN special_education_exit.basis IS 'Why special education ended. (sensitive)';
COMMENT ON COLUMN special_education_exit.exit_code IS 'EDFacts code of the basis (FS009). (sensitive)';
COMMENT ON COLUMN special_education_exit.exited_on IS 'Date it ended. (sensitive)';
COMMENT ON COLUMN special_education_exit.explanation IS 'What else is to be known. (sensitive)';
COMMENT ON COLUMN special_education_exit.summary IS 'Summary of performance (34 CFR 300.305(e)(3)). (sensitive)';
COMMENT ON COLUMN special_education_exit.recorded_at IS 'When it was entered. (internal)';
COMMENT ON COLUMN special_education_exit.recorded_by IS 'Staff member who entered it. (internal)';
CALL protect('special_education_exit');
