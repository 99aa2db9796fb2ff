-- Eligibility determinations (34 CFR 300.306, 300.8, 300.307 to 300.311). A correction is a new row; none is rewritten.

CREATE TABLE eligibility_determination (
    district_id             uuid        NOT NULL DEFAULT current_district(),
    id                      uuid        NOT NULL,
    case_id                 uuid        NOT NULL,
    student_id              uuid        NOT NULL,
    evaluation_id           uuid        NOT NULL,
    decided_on              date        NOT NULL,
    decision                text        NOT NULL CHECK (decision IN ('ELIGIBLE', 'NOT_ELIGIBLE')),
    primary_category        text,
    secondary_categories    text[]      NOT NULL,
    reporting_code          text,
    needs_special_education boolean     NOT NULL,
    lack_of_reading         boolean     NOT NULL,
    lack_of_math            boolean     NOT NULL,
    limited_english         boolean     NOT NULL,
    sources                 text[]      NOT NULL,
    rationale               text        NOT NULL,
    learning_disability     jsonb,
    recorded_at             timestamptz NOT NULL,
    recorded_by             uuid,
    supersedes              uuid,
    correction_reason       text,
    superseded_at           timestamptz,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    FOREIGN KEY (district_id, evaluation_id) REFERENCES evaluation (district_id, id),
    CHECK ((decision = 'ELIGIBLE') = (primary_category IS NOT NULL)),
    CHECK ((primary_category IS NULL) = (reporting_code IS NULL)),
    CHECK (decision <> 'ELIGIBLE' OR (needs_special_education AND NOT lack_of_reading AND NOT lack_of_math AND NOT limited_english)),
    CHECK ((supersedes IS NULL) = (correction_reason IS NULL))
);
CREATE INDEX eligibility_determination_case ON eligibility_determination (district_id, case_id, id);
CREATE UNIQUE INDEX eligibility_determination_once ON eligibility_determination (district_id, evaluation_id)
    WHERE superseded_at IS NULL;
COMMENT ON TABLE eligibility_determination IS 'Decisions whether a student is a child with a disability (34 CFR 300.306). (sensitive)';
COMMENT ON COLUMN eligibility_determination.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN eligibility_determination.id IS 'Id of the determination. (internal)';
COMMENT ON COLUMN eligibility_determination.case_id IS 'The case. (internal)';
COMMENT ON COLUMN eligibility_determination.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN eligibility_determination.evaluation_id IS 'The evaluation that it rests on. (internal)';
COMMENT ON COLUMN eligibility_determination.decided_on IS 'Date of the decision. (sensitive)';
COMMENT ON COLUMN eligibility_determination.decision IS 'ELIGIBLE or NOT_ELIGIBLE. (sensitive)';
COMMENT ON COLUMN eligibility_determination.primary_category IS 'Legal category, 34 CFR 300.8(b), (c). (sensitive)';
COMMENT ON COLUMN eligibility_determination.secondary_categories IS 'Further legal categories. (sensitive)';
COMMENT ON COLUMN eligibility_determination.reporting_code IS 'EDFacts code of the primary category; deafness is reported as HI. (sensitive)';
COMMENT ON COLUMN eligibility_determination.needs_special_education IS 'Whether by reason of the disability special education is needed, 34 CFR 300.8(a). (sensitive)';
COMMENT ON COLUMN eligibility_determination.lack_of_reading IS 'Whether lack of reading instruction is the determinant factor, 34 CFR 300.306(b)(1)(i). (sensitive)';
COMMENT ON COLUMN eligibility_determination.lack_of_math IS 'Whether lack of instruction in maths is, 34 CFR 300.306(b)(1)(ii). (sensitive)';
COMMENT ON COLUMN eligibility_determination.limited_english IS 'Whether limited English proficiency is, 34 CFR 300.306(b)(1)(iii). (sensitive)';
COMMENT ON COLUMN eligibility_determination.sources IS 'Sources of information that were drawn upon, 34 CFR 300.306(c)(1). (sensitive)';
COMMENT ON COLUMN eligibility_determination.rationale IS 'Why, in words. (sensitive)';
COMMENT ON COLUMN eligibility_determination.learning_disability IS 'What a specific learning disability needs beside, 34 CFR 300.307 to 300.311. (sensitive)';
COMMENT ON COLUMN eligibility_determination.recorded_at IS 'When it was entered. (internal)';
COMMENT ON COLUMN eligibility_determination.recorded_by IS 'Staff member who entered it. (internal)';
COMMENT ON COLUMN eligibility_determination.supersedes IS 'The determination that it corrects. (internal)';
COMMENT ON COLUMN eligibility_determination.correction_reason IS 'Why it was corrected. (sensitive)';
COMMENT ON COLUMN eligibility_determination.superseded_at IS 'When a correction took its place. (internal)';
CALL protect('eligibility_determination');

CREATE TABLE eligibility_team_member (
    district_id      uuid    NOT NULL DEFAULT current_district(),
    determination_id uuid    NOT NULL,
    position         integer NOT NULL,
    role             text    NOT NULL,
    staff_id         uuid,
    guardian_id      uuid,
    invited          boolean NOT NULL,
    attended         boolean NOT NULL,
    agrees           boolean,
    dissent          text,
    PRIMARY KEY (district_id, determination_id, position),
    FOREIGN KEY (district_id, determination_id) REFERENCES eligibility_determination (district_id, id),
    CHECK ((role = 'PARENT') = (guardian_id IS NOT NULL))
);
COMMENT ON TABLE eligibility_team_member IS 'The group that decided: qualified professionals and the parent (34 CFR 300.306(a)(1), 300.308). (sensitive)';
COMMENT ON COLUMN eligibility_team_member.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN eligibility_team_member.determination_id IS 'The determination. (internal)';
COMMENT ON COLUMN eligibility_team_member.position IS 'Place in the list, from 0. (internal)';
COMMENT ON COLUMN eligibility_team_member.role IS 'Role in the group. (internal)';
COMMENT ON COLUMN eligibility_team_member.staff_id IS 'Staff member. (internal)';
COMMENT ON COLUMN eligibility_team_member.guardian_id IS 'Guardian. (personal)';
COMMENT ON COLUMN eligibility_team_member.invited IS 'Whether invited. (internal)';
COMMENT ON COLUMN eligibility_team_member.attended IS 'Whether present. (internal)';
COMMENT ON COLUMN eligibility_team_member.agrees IS 'Whether the member agrees with the decision. (sensitive)';
COMMENT ON COLUMN eligibility_team_member.dissent IS 'The member''s own conclusions where he does not agree. (sensitive)';
CALL protect('eligibility_team_member');
