-- Independent educational evaluations (34 CFR 300.502).

CREATE TABLE independent_evaluation (
    district_id   uuid        NOT NULL DEFAULT current_district(),
    id            uuid        NOT NULL,
    case_id       uuid        NOT NULL,
    student_id    uuid        NOT NULL,
    evaluation_id uuid        NOT NULL,
    expense       text        NOT NULL CHECK (expense IN ('PUBLIC', 'PRIVATE')),
    guardian_id   uuid        NOT NULL,
    requested_on  date        NOT NULL,
    disagreement  text        NOT NULL,
    answer        text        CHECK (answer IN ('PROVIDED', 'HEARING_FILED')),
    answered_on   date,
    answer_note   text,
    evaluator     text,
    received_on   date,
    considered_on date,
    consideration text,
    recorded_at   timestamptz NOT NULL,
    version       bigint      NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    FOREIGN KEY (district_id, evaluation_id) REFERENCES evaluation (district_id, id),
    CHECK (answered_on >= requested_on),
    CHECK (received_on >= requested_on),
    CHECK (considered_on >= received_on)
);
CREATE INDEX independent_evaluation_case ON independent_evaluation (district_id, case_id, id);
CREATE UNIQUE INDEX independent_evaluation_once ON independent_evaluation (district_id, evaluation_id) WHERE expense = 'PUBLIC';
COMMENT ON TABLE independent_evaluation IS 'Evaluations by examiners whom the agency does not employ; one at public expense for each evaluation disagreed with. (sensitive)';
COMMENT ON COLUMN independent_evaluation.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN independent_evaluation.id IS 'Id of the request. (internal)';
COMMENT ON COLUMN independent_evaluation.case_id IS 'The case. (internal)';
COMMENT ON COLUMN independent_evaluation.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN independent_evaluation.evaluation_id IS 'The evaluation that the parent disagrees with. (internal)';
COMMENT ON COLUMN independent_evaluation.expense IS 'At whose expense. (sensitive)';
COMMENT ON COLUMN independent_evaluation.guardian_id IS 'The parent. (personal)';
COMMENT ON COLUMN independent_evaluation.requested_on IS 'Date of the request, or on which the parent told of it. (sensitive)';
COMMENT ON COLUMN independent_evaluation.disagreement IS 'What the parent says; he need not explain. (sensitive)';
COMMENT ON COLUMN independent_evaluation.answer IS 'PROVIDED, or HEARING_FILED to show that the agency''s evaluation is appropriate. (sensitive)';
COMMENT ON COLUMN independent_evaluation.answered_on IS 'Date of the answer. (sensitive)';
COMMENT ON COLUMN independent_evaluation.answer_note IS 'Where one may be obtained and by which criteria, or the hearing''s number. (sensitive)';
COMMENT ON COLUMN independent_evaluation.evaluator IS 'Who evaluated. (sensitive)';
COMMENT ON COLUMN independent_evaluation.received_on IS 'Date the results came in. (sensitive)';
COMMENT ON COLUMN independent_evaluation.considered_on IS 'Date the results were considered. (sensitive)';
COMMENT ON COLUMN independent_evaluation.consideration IS 'How they were considered. (sensitive)';
COMMENT ON COLUMN independent_evaluation.recorded_at IS 'When it was entered. (internal)';
COMMENT ON COLUMN independent_evaluation.version IS 'Grows with each change. (internal)';
CALL protect('independent_evaluation');
