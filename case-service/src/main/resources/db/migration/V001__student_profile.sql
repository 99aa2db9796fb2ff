-- What this service keeps of students, guardians and their rights; fed by schoolcase.student.state.

CREATE TABLE student_profile (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL,
    version     bigint NOT NULL,
    given_name  text NOT NULL,
    family_name text NOT NULL,
    birth_date  date,
    grade       text,
    school_ids  uuid[] NOT NULL,
    language    text NOT NULL,
    active      boolean NOT NULL,
    PRIMARY KEY (district_id, id)
);
COMMENT ON TABLE student_profile IS 'Students as the student service last told; removed when their record is destroyed. (personal)';
COMMENT ON COLUMN student_profile.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN student_profile.id IS 'Id of the student in the whole suite. (personal)';
COMMENT ON COLUMN student_profile.version IS 'Version of the profile; older messages are ignored. (internal)';
COMMENT ON COLUMN student_profile.given_name IS 'Given name. (personal)';
COMMENT ON COLUMN student_profile.family_name IS 'Family name. (personal)';
COMMENT ON COLUMN student_profile.birth_date IS 'Date of birth. (personal)';
COMMENT ON COLUMN student_profile.grade IS 'Grade level as the roster has it. (personal)';
COMMENT ON COLUMN student_profile.school_ids IS 'Schools of an enrollment in force. (personal)';
COMMENT ON COLUMN student_profile.language IS 'BCP 47 tag of the student''s language. (personal)';
COMMENT ON COLUMN student_profile.active IS 'False once the student has left. (personal)';
CALL protect('student_profile');

CREATE TABLE student_guardian (
    district_id        uuid NOT NULL DEFAULT current_district(),
    student_id         uuid NOT NULL,
    guardian_id        uuid NOT NULL,
    relation           text NOT NULL,
    given_name         text NOT NULL,
    family_name        text NOT NULL,
    language           text NOT NULL,
    educational_rights boolean NOT NULL,
    may_contact        boolean NOT NULL,
    PRIMARY KEY (district_id, student_id, guardian_id),
    FOREIGN KEY (district_id, student_id) REFERENCES student_profile (district_id, id) ON DELETE CASCADE
);
CREATE INDEX student_guardian_person ON student_guardian (district_id, guardian_id);
COMMENT ON TABLE student_guardian IS 'Guardians of a student and what they may do. (personal)';
COMMENT ON COLUMN student_guardian.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN student_guardian.student_id IS 'The student. (personal)';
COMMENT ON COLUMN student_guardian.guardian_id IS 'Id of the guardian in the whole suite. (personal)';
COMMENT ON COLUMN student_guardian.relation IS 'Kind of relation, such as mother. (personal)';
COMMENT ON COLUMN student_guardian.given_name IS 'Given name. (personal)';
COMMENT ON COLUMN student_guardian.family_name IS 'Family name. (personal)';
COMMENT ON COLUMN student_guardian.language IS 'BCP 47 tag of the guardian''s language. (personal)';
COMMENT ON COLUMN student_guardian.educational_rights IS 'True when the guardian decides in education (34 CFR 300.30). (sensitive)';
COMMENT ON COLUMN student_guardian.may_contact IS 'False when nobody may write to or call the guardian. (sensitive)';
CALL protect('student_guardian');
