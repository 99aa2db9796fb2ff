-- Evaluations: review of existing data, plan by area, results, report (34 CFR 300.301 to 300.305).

CREATE TABLE evaluation (
    district_id uuid        NOT NULL DEFAULT current_district(),
    id          uuid        NOT NULL,
    case_id     uuid        NOT NULL,
    student_id  uuid        NOT NULL,
    cycle       text        NOT NULL CHECK (cycle IN ('INITIAL', 'REEVALUATION')),
    reviewed_on date        NOT NULL,
    review      jsonb       NOT NULL,
    planned_on  date,
    reported_on date,
    report      jsonb,
    recorded_at timestamptz NOT NULL,
    version     bigint      NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    CHECK (planned_on >= reviewed_on),
    CHECK (reported_on >= reviewed_on),
    CHECK ((reported_on IS NULL) = (report IS NULL))
);
CREATE INDEX evaluation_case ON evaluation (district_id, case_id, id);
COMMENT ON TABLE evaluation IS 'Evaluations and reevaluations of students, from the review of existing data to the report. (sensitive)';
COMMENT ON COLUMN evaluation.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN evaluation.id IS 'Id of the evaluation. (internal)';
COMMENT ON COLUMN evaluation.case_id IS 'The case. (internal)';
COMMENT ON COLUMN evaluation.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN evaluation.cycle IS 'INITIAL, or REEVALUATION of a student found eligible. (sensitive)';
COMMENT ON COLUMN evaluation.reviewed_on IS 'Date of the review of existing data. (sensitive)';
COMMENT ON COLUMN evaluation.review IS 'What was looked at, what more is needed, and what the parent was told (34 CFR 300.305(a)-(d)). (sensitive)';
COMMENT ON COLUMN evaluation.planned_on IS 'Date of the plan as it is now. (sensitive)';
COMMENT ON COLUMN evaluation.reported_on IS 'Date of the report. (sensitive)';
COMMENT ON COLUMN evaluation.report IS 'The report: sections, authors, dissent. (sensitive)';
COMMENT ON COLUMN evaluation.recorded_at IS 'When the review was entered. (internal)';
COMMENT ON COLUMN evaluation.version IS 'Grows with each change. (internal)';
CALL protect('evaluation');

CREATE TABLE evaluation_area (
    district_id    uuid   NOT NULL DEFAULT current_district(),
    evaluation_id  uuid   NOT NULL,
    area           text   NOT NULL,
    instruments    jsonb  NOT NULL,
    assessor_id    uuid   NOT NULL,
    language       text   NOT NULL,
    completed_on   date,
    completed_by   uuid,
    assessment_ids uuid[] NOT NULL DEFAULT '{}',
    summary        text,
    PRIMARY KEY (district_id, evaluation_id, area),
    FOREIGN KEY (district_id, evaluation_id) REFERENCES evaluation (district_id, id),
    CHECK ((completed_on IS NULL) = (summary IS NULL))
);
COMMENT ON TABLE evaluation_area IS 'Areas of an evaluation plan, each with its result once it is there (34 CFR 300.304(c)(4)). (sensitive)';
COMMENT ON COLUMN evaluation_area.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN evaluation_area.evaluation_id IS 'The evaluation. (internal)';
COMMENT ON COLUMN evaluation_area.area IS 'Area of the suspected disability. (sensitive)';
COMMENT ON COLUMN evaluation_area.instruments IS 'Instruments and procedures. (sensitive)';
COMMENT ON COLUMN evaluation_area.assessor_id IS 'Staff member who assesses. (internal)';
COMMENT ON COLUMN evaluation_area.language IS 'BCP 47 tag of the language of the assessment. (personal)';
COMMENT ON COLUMN evaluation_area.completed_on IS 'Date on which the area was done. (sensitive)';
COMMENT ON COLUMN evaluation_area.completed_by IS 'Staff member who assessed. (internal)';
COMMENT ON COLUMN evaluation_area.assessment_ids IS 'Assessments filed in the case that the result rests on. (internal)';
COMMENT ON COLUMN evaluation_area.summary IS 'The result in short. (sensitive)';
CALL protect('evaluation_area');

CREATE TABLE parent_copy (
    district_id uuid        NOT NULL DEFAULT current_district(),
    id          uuid        NOT NULL,
    case_id     uuid        NOT NULL,
    student_id  uuid        NOT NULL,
    document    text        NOT NULL CHECK (document IN ('EVALUATION_REPORT', 'DETERMINATION')),
    document_id uuid        NOT NULL,
    guardian_id uuid        NOT NULL,
    given_on    date        NOT NULL,
    method      text        NOT NULL,
    language    text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id)
);
CREATE INDEX parent_copy_document ON parent_copy (district_id, document_id);
COMMENT ON TABLE parent_copy IS 'Copies given to parents at no cost (34 CFR 300.306(a)(2)). (sensitive)';
COMMENT ON COLUMN parent_copy.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN parent_copy.id IS 'Id of the delivery. (internal)';
COMMENT ON COLUMN parent_copy.case_id IS 'The case. (internal)';
COMMENT ON COLUMN parent_copy.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN parent_copy.document IS 'What was given. (sensitive)';
COMMENT ON COLUMN parent_copy.document_id IS 'The evaluation or the determination. (internal)';
COMMENT ON COLUMN parent_copy.guardian_id IS 'Who received it. (personal)';
COMMENT ON COLUMN parent_copy.given_on IS 'Date it was given. (sensitive)';
COMMENT ON COLUMN parent_copy.method IS 'How it was given. (internal)';
COMMENT ON COLUMN parent_copy.language IS 'BCP 47 tag of the language of the copy or its explanation. (personal)';
COMMENT ON COLUMN parent_copy.recorded_at IS 'When it was entered. (internal)';
CALL protect('parent_copy');
