-- Notices that were given to those who hold the rights.

CREATE TABLE notice (
    district_id      uuid        NOT NULL DEFAULT current_district(),
    id               uuid        NOT NULL,
    case_id          uuid        NOT NULL,
    kind             text        NOT NULL CHECK (kind IN ('PRIOR_WRITTEN', 'SAFEGUARDS')),
    decision_id      uuid,
    occasion         text,
    action           text,
    why              text,
    basis            text,
    safeguards       text,
    help_sources     text,
    other_options    text,
    other_factors    text,
    language         text        NOT NULL,
    language_note    text,
    delivery         text        NOT NULL,
    given_on         date        NOT NULL,
    guardian_ids     uuid[]      NOT NULL,
    to_student       boolean     NOT NULL,
    recorded_at      timestamptz NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    FOREIGN KEY (district_id, decision_id) REFERENCES referral_decision (district_id, id),
    CHECK ((kind = 'SAFEGUARDS') = (occasion IS NOT NULL)),
    CHECK (kind = 'SAFEGUARDS' OR num_nonnulls(action, why, basis, safeguards, help_sources, other_options, other_factors) = 7)
);
CREATE INDEX notice_case ON notice (district_id, case_id, id);
COMMENT ON TABLE notice IS 'Prior written notices (34 CFR 300.503) and procedural safeguards notices (300.504) as given; rows are added and never changed. (sensitive)';
COMMENT ON COLUMN notice.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN notice.id IS 'Id of the notice; grows with the order of recording. (internal)';
COMMENT ON COLUMN notice.case_id IS 'The case. (internal)';
COMMENT ON COLUMN notice.kind IS 'Which notice. (sensitive)';
COMMENT ON COLUMN notice.decision_id IS 'Decision about the referral that it tells of, if it does. (internal)';
COMMENT ON COLUMN notice.occasion IS 'Why the safeguards notice was due (300.504(a)). (sensitive)';
COMMENT ON COLUMN notice.action IS 'Action proposed or refused (300.503(b)(1)). (sensitive)';
COMMENT ON COLUMN notice.why IS 'Why (300.503(b)(2)). (sensitive)';
COMMENT ON COLUMN notice.basis IS 'Evaluations, assessments, records and reports used (300.503(b)(3)). (sensitive)';
COMMENT ON COLUMN notice.safeguards IS 'Statement of safeguards and how to get a copy (300.503(b)(4)). (sensitive)';
COMMENT ON COLUMN notice.help_sources IS 'Whom to ask for help (300.503(b)(5)). (sensitive)';
COMMENT ON COLUMN notice.other_options IS 'Other options and why they were rejected (300.503(b)(6)). (sensitive)';
COMMENT ON COLUMN notice.other_factors IS 'Other factors (300.503(b)(7)). (sensitive)';
COMMENT ON COLUMN notice.language IS 'BCP 47 tag of the language of the notice. (personal)';
COMMENT ON COLUMN notice.language_note IS 'How it was translated, or why it is not in a recipient''s language (300.503(c)). (sensitive)';
COMMENT ON COLUMN notice.delivery IS 'How it was given. (internal)';
COMMENT ON COLUMN notice.given_on IS 'Date on which it was given. (sensitive)';
COMMENT ON COLUMN notice.guardian_ids IS 'Guardians to whom it was given, holders of rights on that day. (personal)';
COMMENT ON COLUMN notice.to_student IS 'Whether it was given to the adult student. (sensitive)';
COMMENT ON COLUMN notice.recorded_at IS 'When it was entered. (internal)';
CALL protect('notice');
REVOKE UPDATE ON notice FROM ${app_role};
