-- Filled-in instruments and scores, filed to a case.

CREATE TABLE case_assessment (
    district_id          uuid NOT NULL DEFAULT current_district(),
    id                   uuid NOT NULL,
    case_id              uuid NOT NULL,
    kind                 text NOT NULL,
    instrument_key       text COLLATE "C" NOT NULL,
    instrument_version   integer NOT NULL,
    purpose              text NOT NULL,
    status               text NOT NULL CHECK (status IN ('DRAFT', 'FINAL')),
    protected            boolean NOT NULL,
    administered_on      date NOT NULL,
    language             text NOT NULL,
    assessor_id          uuid NOT NULL,
    credential           jsonb,
    pupil_rights         jsonb,
    answers              jsonb NOT NULL,
    attachments          jsonb NOT NULL,
    scores               jsonb NOT NULL,
    supersedes_id        uuid,
    supersedes_reason    text,
    superseded_by        uuid,
    started_at           timestamptz NOT NULL,
    completed_on         date,
    completed_at         timestamptz,
    version              bigint NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    FOREIGN KEY (district_id, supersedes_id) REFERENCES case_assessment (district_id, id),
    CHECK ((status = 'FINAL') = (completed_on IS NOT NULL)),
    CHECK ((supersedes_id IS NULL) = (supersedes_reason IS NULL)),
    CHECK (completed_on IS NULL OR administered_on <= completed_on),
    CHECK (NOT protected OR (answers = '{}' AND attachments = '[]'))
);
CREATE INDEX case_assessment_case ON case_assessment (district_id, case_id, id);
CREATE UNIQUE INDEX case_assessment_one_correction ON case_assessment (district_id, supersedes_id) WHERE supersedes_id IS NOT NULL;
COMMENT ON TABLE case_assessment IS 'Assessments, screenings, interviews and observations of a case (34 CFR 300.304, 300.302). (sensitive)';
COMMENT ON COLUMN case_assessment.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN case_assessment.id IS 'Id of the assessment. (internal)';
COMMENT ON COLUMN case_assessment.case_id IS 'The case. (internal)';
COMMENT ON COLUMN case_assessment.kind IS 'ASSESSMENT, SCREENING, INTERVIEW or OBSERVATION. (sensitive)';
COMMENT ON COLUMN case_assessment.instrument_key IS 'Instrument that was used. (sensitive)';
COMMENT ON COLUMN case_assessment.instrument_version IS 'Published version of it. (internal)';
COMMENT ON COLUMN case_assessment.purpose IS 'INTAKE, INSTRUCTION or EVALUATION; the need of consent hangs on it (34 CFR 300.300, 300.302). (sensitive)';
COMMENT ON COLUMN case_assessment.status IS 'DRAFT or FINAL. (internal)';
COMMENT ON COLUMN case_assessment.protected IS 'Whether items of the test are secret; its answers then stand in protected_answers. (internal)';
COMMENT ON COLUMN case_assessment.administered_on IS 'Date it was given. (sensitive)';
COMMENT ON COLUMN case_assessment.language IS 'BCP 47 tag of the language it was given in (34 CFR 300.304(c)(1)(ii)). (personal)';
COMMENT ON COLUMN case_assessment.assessor_id IS 'Staff member who gave it. (internal)';
COMMENT ON COLUMN case_assessment.credential IS 'The assessor''s credential: kind, issuer, number, expiry (34 CFR 300.304(c)(1)(iv)). (internal)';
COMMENT ON COLUMN case_assessment.pupil_rights IS 'Consent or notice where protected topics are touched (20 USC 1232h). (sensitive)';
COMMENT ON COLUMN case_assessment.answers IS 'Answers, as the instrument''s schema has them. (sensitive)';
COMMENT ON COLUMN case_assessment.attachments IS 'References to documents with their hashes; no bytes. (sensitive)';
COMMENT ON COLUMN case_assessment.scores IS 'Scores with norms, intervals and percentiles. (sensitive)';
COMMENT ON COLUMN case_assessment.supersedes_id IS 'The final one that this corrects. (internal)';
COMMENT ON COLUMN case_assessment.supersedes_reason IS 'Why it is corrected. (sensitive)';
COMMENT ON COLUMN case_assessment.superseded_by IS 'The final one that corrects this. (internal)';
COMMENT ON COLUMN case_assessment.started_at IS 'When it was first entered. (internal)';
COMMENT ON COLUMN case_assessment.completed_on IS 'Date it was finished. (sensitive)';
COMMENT ON COLUMN case_assessment.completed_at IS 'When it was made final. (internal)';
COMMENT ON COLUMN case_assessment.version IS 'Grows with each change; the ETag. (internal)';
CALL protect('case_assessment');

CREATE TABLE protected_answers (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL,
    student_id  uuid NOT NULL,
    answers     jsonb NOT NULL,
    attachments jsonb NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, id) REFERENCES case_assessment (district_id, id)
);
CREATE INDEX protected_answers_student ON protected_answers (district_id, student_id);
COMMENT ON TABLE protected_answers IS 'Answers to tests whose items are secret: a family looks at them at the school (34 CFR 300.613), they are in no export without the custodian. (sensitive)';
COMMENT ON COLUMN protected_answers.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN protected_answers.id IS 'The assessment. (internal)';
COMMENT ON COLUMN protected_answers.student_id IS 'Whose they are. (sensitive)';
COMMENT ON COLUMN protected_answers.answers IS 'Answers, as the instrument''s schema has them. (sensitive)';
COMMENT ON COLUMN protected_answers.attachments IS 'References to documents with their hashes; no bytes. (sensitive)';
CALL protect('protected_answers');

CREATE FUNCTION final_assessment_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(OLD) - '{superseded_by,version}'::text[] <> to_jsonb(NEW) - '{superseded_by,version}'::text[] THEN
        RAISE EXCEPTION 'A final assessment never changes; another supersedes it';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION final_assessment_stays() IS 'Keeps final assessments as they were (public)';
CREATE TRIGGER final_assessment_stays BEFORE UPDATE ON case_assessment
    FOR EACH ROW WHEN (OLD.status = 'FINAL') EXECUTE FUNCTION final_assessment_stays();
