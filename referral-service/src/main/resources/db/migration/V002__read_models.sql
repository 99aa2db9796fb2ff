CREATE TABLE student (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL,
    version     bigint NOT NULL,
    given_name  varchar(200) NOT NULL,
    family_name varchar(200) NOT NULL,
    birth_date  date,
    grade       varchar(20),
    school_ids  uuid[] NOT NULL,
    language    varchar(35) NOT NULL,
    active      boolean NOT NULL,
    PRIMARY KEY (district_id, id)
);
CALL protect('student');
COMMENT ON TABLE student IS 'Read model of schoolcase.student.state: what a referral may need of a student (personal)';
COMMENT ON COLUMN student.district_id IS 'Tenant (internal)';
COMMENT ON COLUMN student.id IS 'Id of the student in the suite (internal)';
COMMENT ON COLUMN student.version IS 'Version of the profile; older ones are ignored (internal)';
COMMENT ON COLUMN student.given_name IS 'Given name (personal)';
COMMENT ON COLUMN student.family_name IS 'Family name (personal)';
COMMENT ON COLUMN student.birth_date IS 'Date of birth (personal)';
COMMENT ON COLUMN student.grade IS 'Grade level (personal)';
COMMENT ON COLUMN student.school_ids IS 'Schools of the student, for access by relation (personal)';
COMMENT ON COLUMN student.language IS 'BCP 47 tag of the language at home (personal)';
COMMENT ON COLUMN student.active IS 'False when the student left the roster (internal)';

CREATE TABLE student_guardian (
    district_id        uuid NOT NULL DEFAULT current_district(),
    student_id         uuid NOT NULL,
    guardian_id        uuid NOT NULL,
    relation           varchar(60) NOT NULL,
    given_name         varchar(200) NOT NULL,
    family_name        varchar(200) NOT NULL,
    language           varchar(35) NOT NULL,
    email              varchar(254),
    educational_rights boolean NOT NULL,
    may_contact        boolean NOT NULL,
    PRIMARY KEY (district_id, student_id, guardian_id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id)
);
CALL protect('student_guardian');
COMMENT ON TABLE student_guardian IS 'Read model of schoolcase.student.state: guardians of a student with their rights (personal)';
COMMENT ON COLUMN student_guardian.district_id IS 'Tenant (internal)';
COMMENT ON COLUMN student_guardian.student_id IS 'The student (internal)';
COMMENT ON COLUMN student_guardian.guardian_id IS 'The guardian (internal)';
COMMENT ON COLUMN student_guardian.relation IS 'Relation to the student (personal)';
COMMENT ON COLUMN student_guardian.given_name IS 'Given name of the guardian (personal)';
COMMENT ON COLUMN student_guardian.family_name IS 'Family name of the guardian (personal)';
COMMENT ON COLUMN student_guardian.language IS 'BCP 47 tag of the guardian''s language (personal)';
COMMENT ON COLUMN student_guardian.email IS 'Mail address of the guardian (personal)';
COMMENT ON COLUMN student_guardian.educational_rights IS 'May decide about education records, 34 CFR 99.3 (sensitive)';
COMMENT ON COLUMN student_guardian.may_contact IS 'May be contacted by the school (sensitive)';

CREATE TABLE case_file (
    district_id     uuid NOT NULL DEFAULT current_district(),
    id              uuid NOT NULL,
    student_id      uuid NOT NULL,
    case_manager_id uuid,
    opened_on       date,
    closed_on       date,
    PRIMARY KEY (district_id, id)
);
CREATE INDEX case_file_manager_idx ON case_file (district_id, case_manager_id);
CALL protect('case_file');
COMMENT ON TABLE case_file IS 'Read model of schoolcase.case.events: which cases are open, and who manages them (internal)';
COMMENT ON COLUMN case_file.district_id IS 'Tenant (internal)';
COMMENT ON COLUMN case_file.id IS 'Id of the case in the suite (internal)';
COMMENT ON COLUMN case_file.student_id IS 'The student of the case (sensitive)';
COMMENT ON COLUMN case_file.case_manager_id IS 'Staff id of the case manager; unknown when only the closing was heard of (internal)';
COMMENT ON COLUMN case_file.opened_on IS 'Day of the opening (internal)';
COMMENT ON COLUMN case_file.closed_on IS 'Day of the closing; empty while open (internal)';
