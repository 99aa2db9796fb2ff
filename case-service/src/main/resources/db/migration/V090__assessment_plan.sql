-- Proposed assessment plans that parents received, and the meeting that decided a referral.

CREATE TABLE assessment_plan (
    district_id   uuid        NOT NULL DEFAULT current_district(),
    id            uuid        NOT NULL,
    case_id       uuid        NOT NULL,
    assessments   text[]      NOT NULL,
    language      text        NOT NULL,
    language_note text,
    delivery      text        NOT NULL CHECK (delivery IN ('IN_PERSON', 'MAIL', 'ELECTRONIC')),
    sent_on       date        NOT NULL,
    received_on   date        NOT NULL,
    guardian_ids  uuid[]      NOT NULL,
    to_student    boolean     NOT NULL,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    CHECK (received_on >= sent_on)
);
CREATE INDEX assessment_plan_case ON assessment_plan (district_id, case_id, id);
COMMENT ON TABLE assessment_plan IS 'Proposed assessment plans (Cal. Ed. Code 56321) as parents received them; rows are added and never changed. (sensitive)';
COMMENT ON COLUMN assessment_plan.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN assessment_plan.id IS 'Id of the plan; grows with the order of recording. (internal)';
COMMENT ON COLUMN assessment_plan.case_id IS 'The case. (internal)';
COMMENT ON COLUMN assessment_plan.assessments IS 'Types of assessments that are proposed. (sensitive)';
COMMENT ON COLUMN assessment_plan.language IS 'BCP 47 tag of the language of the plan. (personal)';
COMMENT ON COLUMN assessment_plan.language_note IS 'How it was translated, or why it is not in a recipient''s language. (sensitive)';
COMMENT ON COLUMN assessment_plan.delivery IS 'How it was given. (internal)';
COMMENT ON COLUMN assessment_plan.sent_on IS 'Date on which it was handed over or sent. (sensitive)';
COMMENT ON COLUMN assessment_plan.received_on IS 'Date on which it was received. (sensitive)';
COMMENT ON COLUMN assessment_plan.guardian_ids IS 'Guardians to whom it was given, holders of rights on that day. (personal)';
COMMENT ON COLUMN assessment_plan.to_student IS 'Whether it was given to the adult student. (sensitive)';
COMMENT ON COLUMN assessment_plan.recorded_at IS 'When it was entered. (internal)';
CALL protect('assessment_plan');
REVOKE UPDATE ON assessment_plan FROM ${app_role};

ALTER TABLE referral_decision ADD COLUMN meeting_on date;
COMMENT ON COLUMN referral_decision.meeting_on IS 'Date of the meeting with the parent that decided, where there was one. (sensitive)';
