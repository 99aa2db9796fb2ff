-- The roster as the student information system sends it (OneRoster 1.1 and 1.2, CSV). Only the import writes here;
-- the suite's own records (school, student, staff, teacher_student) are carried over from it.
-- Ids are names: UUIDv5 of the district and kind:sourcedId, so that references resolve without a lookup.

CREATE TABLE roster_org (
    district_id        uuid NOT NULL DEFAULT current_district(),
    id                 uuid NOT NULL,
    sourced_id         text NOT NULL,
    status             text NOT NULL CHECK (status IN ('ACTIVE', 'TO_BE_DELETED')),
    date_last_modified timestamptz NOT NULL,
    row_hash           uuid NOT NULL,
    metadata           jsonb,
    name               text NOT NULL,
    type               text NOT NULL,
    identifier         text,
    parent_id          uuid,
    PRIMARY KEY (district_id, id)
);
CALL protect('roster_org');
COMMENT ON TABLE roster_org IS 'Organizations of the district, as the roster has them (public)';
COMMENT ON COLUMN roster_org.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_org.id IS 'Id made of the district and "org:" with the sourcedId (internal)';
COMMENT ON COLUMN roster_org.sourced_id IS 'OneRoster sourcedId (internal)';
COMMENT ON COLUMN roster_org.status IS 'ACTIVE, or TO_BE_DELETED once the roster has ended it (internal)';
COMMENT ON COLUMN roster_org.date_last_modified IS 'When the sender changed it, else when the import did (internal)';
COMMENT ON COLUMN roster_org.row_hash IS 'Digest of the content, to pass over what did not change (internal)';
COMMENT ON COLUMN roster_org.metadata IS 'Extension columns of the sender (personal)';
COMMENT ON COLUMN roster_org.name IS 'Name (public)';
COMMENT ON COLUMN roster_org.type IS 'OneRoster type: school, district and so on (public)';
COMMENT ON COLUMN roster_org.identifier IS 'Number given by the state or NCES (public)';
COMMENT ON COLUMN roster_org.parent_id IS 'Organization above (public)';

CREATE TABLE roster_academic_session (
    district_id        uuid NOT NULL DEFAULT current_district(),
    id                 uuid NOT NULL,
    sourced_id         text NOT NULL,
    status             text NOT NULL CHECK (status IN ('ACTIVE', 'TO_BE_DELETED')),
    date_last_modified timestamptz NOT NULL,
    row_hash           uuid NOT NULL,
    metadata           jsonb,
    title              text NOT NULL,
    type               text NOT NULL,
    start_date         date NOT NULL,
    end_date           date NOT NULL,
    parent_id          uuid,
    school_year        integer NOT NULL,
    PRIMARY KEY (district_id, id)
);
CALL protect('roster_academic_session');
COMMENT ON TABLE roster_academic_session IS 'School years and terms, as the roster has them (public)';
COMMENT ON COLUMN roster_academic_session.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_academic_session.id IS 'Id made of the district and "academicSession:" with the sourcedId (internal)';
COMMENT ON COLUMN roster_academic_session.sourced_id IS 'OneRoster sourcedId (internal)';
COMMENT ON COLUMN roster_academic_session.status IS 'ACTIVE, or TO_BE_DELETED once the roster has ended it (internal)';
COMMENT ON COLUMN roster_academic_session.date_last_modified IS 'When the sender changed it, else when the import did (internal)';
COMMENT ON COLUMN roster_academic_session.row_hash IS 'Digest of the content, to pass over what did not change (internal)';
COMMENT ON COLUMN roster_academic_session.metadata IS 'Extension columns of the sender (personal)';
COMMENT ON COLUMN roster_academic_session.title IS 'Title (public)';
COMMENT ON COLUMN roster_academic_session.type IS 'OneRoster type: schoolYear, term and so on (public)';
COMMENT ON COLUMN roster_academic_session.start_date IS 'First day (public)';
COMMENT ON COLUMN roster_academic_session.end_date IS 'End (public)';
COMMENT ON COLUMN roster_academic_session.parent_id IS 'Session that holds this one (public)';
COMMENT ON COLUMN roster_academic_session.school_year IS 'Year in which the school year ends (public)';

CREATE TABLE roster_course (
    district_id        uuid NOT NULL DEFAULT current_district(),
    id                 uuid NOT NULL,
    sourced_id         text NOT NULL,
    status             text NOT NULL CHECK (status IN ('ACTIVE', 'TO_BE_DELETED')),
    date_last_modified timestamptz NOT NULL,
    row_hash           uuid NOT NULL,
    metadata           jsonb,
    school_year_id     uuid,
    title              text NOT NULL,
    course_code        text,
    grades             text[],
    org_id             uuid NOT NULL,
    subjects           text[],
    subject_codes      text[],
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, org_id) REFERENCES roster_org (district_id, id)
);
CALL protect('roster_course');
COMMENT ON TABLE roster_course IS 'Courses, as the roster has them (public)';
COMMENT ON COLUMN roster_course.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_course.id IS 'Id made of the district and "course:" with the sourcedId (internal)';
COMMENT ON COLUMN roster_course.sourced_id IS 'OneRoster sourcedId (internal)';
COMMENT ON COLUMN roster_course.status IS 'ACTIVE, or TO_BE_DELETED once the roster has ended it (internal)';
COMMENT ON COLUMN roster_course.date_last_modified IS 'When the sender changed it, else when the import did (internal)';
COMMENT ON COLUMN roster_course.row_hash IS 'Digest of the content, to pass over what did not change (internal)';
COMMENT ON COLUMN roster_course.metadata IS 'Extension columns of the sender (personal)';
COMMENT ON COLUMN roster_course.school_year_id IS 'School year in which it is given (public)';
COMMENT ON COLUMN roster_course.title IS 'Title (public)';
COMMENT ON COLUMN roster_course.course_code IS 'Code (public)';
COMMENT ON COLUMN roster_course.grades IS 'Grades (public)';
COMMENT ON COLUMN roster_course.org_id IS 'Organization that gives it (public)';
COMMENT ON COLUMN roster_course.subjects IS 'Subjects (public)';
COMMENT ON COLUMN roster_course.subject_codes IS 'Codes of the subjects (public)';

CREATE TABLE roster_class (
    district_id        uuid NOT NULL DEFAULT current_district(),
    id                 uuid NOT NULL,
    sourced_id         text NOT NULL,
    status             text NOT NULL CHECK (status IN ('ACTIVE', 'TO_BE_DELETED')),
    date_last_modified timestamptz NOT NULL,
    row_hash           uuid NOT NULL,
    metadata           jsonb,
    title              text NOT NULL,
    grades             text[],
    course_id          uuid NOT NULL,
    class_code         text,
    class_type         text NOT NULL,
    location           text,
    school_id          uuid NOT NULL,
    term_ids           uuid[] NOT NULL,
    subjects           text[],
    subject_codes      text[],
    periods            text[],
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, course_id) REFERENCES roster_course (district_id, id),
    FOREIGN KEY (district_id, school_id) REFERENCES roster_org (district_id, id)
);
CALL protect('roster_class');
COMMENT ON TABLE roster_class IS 'Classes, as the roster has them (internal)';
COMMENT ON COLUMN roster_class.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_class.id IS 'Id made of the district and "class:" with the sourcedId (internal)';
COMMENT ON COLUMN roster_class.sourced_id IS 'OneRoster sourcedId (internal)';
COMMENT ON COLUMN roster_class.status IS 'ACTIVE, or TO_BE_DELETED once the roster has ended it (internal)';
COMMENT ON COLUMN roster_class.date_last_modified IS 'When the sender changed it, else when the import did (internal)';
COMMENT ON COLUMN roster_class.row_hash IS 'Digest of the content, to pass over what did not change (internal)';
COMMENT ON COLUMN roster_class.metadata IS 'Extension columns of the sender (personal)';
COMMENT ON COLUMN roster_class.title IS 'Title (internal)';
COMMENT ON COLUMN roster_class.grades IS 'Grades (internal)';
COMMENT ON COLUMN roster_class.course_id IS 'Course (internal)';
COMMENT ON COLUMN roster_class.class_code IS 'Code (internal)';
COMMENT ON COLUMN roster_class.class_type IS 'OneRoster type: homeroom or scheduled (internal)';
COMMENT ON COLUMN roster_class.location IS 'Room (internal)';
COMMENT ON COLUMN roster_class.school_id IS 'School (internal)';
COMMENT ON COLUMN roster_class.term_ids IS 'Terms in which it is held (internal)';
COMMENT ON COLUMN roster_class.subjects IS 'Subjects (internal)';
COMMENT ON COLUMN roster_class.subject_codes IS 'Codes of the subjects (internal)';
COMMENT ON COLUMN roster_class.periods IS 'Periods of the day (internal)';

CREATE TABLE roster_user (
    district_id            uuid NOT NULL DEFAULT current_district(),
    id                     uuid NOT NULL,
    sourced_id             text NOT NULL,
    status                 text NOT NULL CHECK (status IN ('ACTIVE', 'TO_BE_DELETED')),
    date_last_modified     timestamptz NOT NULL,
    row_hash               uuid NOT NULL,
    metadata               jsonb,
    enabled                boolean NOT NULL,
    username               text NOT NULL,
    user_ids               text[],
    given_name             text NOT NULL,
    family_name            text NOT NULL,
    middle_name            text,
    identifier             text,
    email                  text,
    sms                    text,
    phone                  text,
    agent_ids              uuid[],
    grades                 text[],
    user_master_identifier text,
    preferred_given_name   text,
    preferred_middle_name  text,
    preferred_family_name  text,
    primary_org_id         uuid,
    pronouns               text,
    PRIMARY KEY (district_id, id)
);
CALL protect('roster_user');
COMMENT ON TABLE roster_user IS 'People of the roster: students, staff, parents (personal)';
COMMENT ON COLUMN roster_user.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_user.id IS 'Id made of the district and "user:" with the sourcedId (internal)';
COMMENT ON COLUMN roster_user.sourced_id IS 'OneRoster sourcedId (internal)';
COMMENT ON COLUMN roster_user.status IS 'ACTIVE, or TO_BE_DELETED once the roster has ended it (internal)';
COMMENT ON COLUMN roster_user.date_last_modified IS 'When the sender changed it, else when the import did (internal)';
COMMENT ON COLUMN roster_user.row_hash IS 'Digest of the content, to pass over what did not change (internal)';
COMMENT ON COLUMN roster_user.metadata IS 'Extension columns of the sender (personal)';
COMMENT ON COLUMN roster_user.enabled IS 'May sign in to the systems of the district (internal)';
COMMENT ON COLUMN roster_user.username IS 'Sign-in name (personal)';
COMMENT ON COLUMN roster_user.user_ids IS 'Ids in other systems, as {type:id} (personal)';
COMMENT ON COLUMN roster_user.given_name IS 'Given name (personal)';
COMMENT ON COLUMN roster_user.family_name IS 'Family name (personal)';
COMMENT ON COLUMN roster_user.middle_name IS 'Middle name (personal)';
COMMENT ON COLUMN roster_user.identifier IS 'Number given by the district or state (personal)';
COMMENT ON COLUMN roster_user.email IS 'Mail address (personal)';
COMMENT ON COLUMN roster_user.sms IS 'Number for text messages (personal)';
COMMENT ON COLUMN roster_user.phone IS 'Telephone number (personal)';
COMMENT ON COLUMN roster_user.agent_ids IS 'Related users, mostly parents (personal)';
COMMENT ON COLUMN roster_user.grades IS 'Grades (personal)';
COMMENT ON COLUMN roster_user.user_master_identifier IS 'Identifier across systems (personal)';
COMMENT ON COLUMN roster_user.preferred_given_name IS 'Given name the person goes by (personal)';
COMMENT ON COLUMN roster_user.preferred_middle_name IS 'Middle name the person goes by (personal)';
COMMENT ON COLUMN roster_user.preferred_family_name IS 'Family name the person goes by (personal)';
COMMENT ON COLUMN roster_user.primary_org_id IS 'Main organization (internal)';
COMMENT ON COLUMN roster_user.pronouns IS 'Pronouns (sensitive)';

CREATE TABLE roster_role (
    district_id             uuid NOT NULL DEFAULT current_district(),
    id                      uuid NOT NULL,
    sourced_id              text NOT NULL,
    status                  text NOT NULL CHECK (status IN ('ACTIVE', 'TO_BE_DELETED')),
    date_last_modified      timestamptz NOT NULL,
    row_hash                uuid NOT NULL,
    metadata                jsonb,
    user_id                 uuid NOT NULL,
    role_type               text NOT NULL,
    role                    text NOT NULL,
    begin_date              date,
    end_date                date,
    org_id                  uuid NOT NULL,
    user_profile_sourced_id text,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, user_id) REFERENCES roster_user (district_id, id),
    FOREIGN KEY (district_id, org_id) REFERENCES roster_org (district_id, id)
);
CALL protect('roster_role');
CREATE INDEX roster_role_user_idx ON roster_role (district_id, user_id);
COMMENT ON TABLE roster_role IS 'What a person is in which organization; of OneRoster 1.1 made from users (personal)';
COMMENT ON COLUMN roster_role.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_role.id IS 'Id made of the district and "role:" with the sourcedId (internal)';
COMMENT ON COLUMN roster_role.sourced_id IS 'OneRoster sourcedId (internal)';
COMMENT ON COLUMN roster_role.status IS 'ACTIVE, or TO_BE_DELETED once the roster has ended it (internal)';
COMMENT ON COLUMN roster_role.date_last_modified IS 'When the sender changed it, else when the import did (internal)';
COMMENT ON COLUMN roster_role.row_hash IS 'Digest of the content, to pass over what did not change (internal)';
COMMENT ON COLUMN roster_role.metadata IS 'Extension columns of the sender (personal)';
COMMENT ON COLUMN roster_role.user_id IS 'Person (internal)';
COMMENT ON COLUMN roster_role.role_type IS 'Primary or secondary (internal)';
COMMENT ON COLUMN roster_role.role IS 'OneRoster role: student, teacher and so on (personal)';
COMMENT ON COLUMN roster_role.begin_date IS 'First day (internal)';
COMMENT ON COLUMN roster_role.end_date IS 'Day after the last (internal)';
COMMENT ON COLUMN roster_role.org_id IS 'Organization (internal)';
COMMENT ON COLUMN roster_role.user_profile_sourced_id IS 'Profile in another system; profiles are not imported (internal)';

CREATE TABLE roster_enrollment (
    district_id        uuid NOT NULL DEFAULT current_district(),
    id                 uuid NOT NULL,
    sourced_id         text NOT NULL,
    status             text NOT NULL CHECK (status IN ('ACTIVE', 'TO_BE_DELETED')),
    date_last_modified timestamptz NOT NULL,
    row_hash           uuid NOT NULL,
    metadata           jsonb,
    class_id           uuid NOT NULL,
    school_id          uuid NOT NULL,
    user_id            uuid NOT NULL,
    role               text NOT NULL,
    is_primary         boolean,
    begin_date         date,
    end_date           date,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, class_id) REFERENCES roster_class (district_id, id),
    FOREIGN KEY (district_id, school_id) REFERENCES roster_org (district_id, id),
    FOREIGN KEY (district_id, user_id) REFERENCES roster_user (district_id, id)
);
CALL protect('roster_enrollment');
CREATE INDEX roster_enrollment_user_idx ON roster_enrollment (district_id, user_id);
CREATE INDEX roster_enrollment_class_idx ON roster_enrollment (district_id, class_id);
COMMENT ON TABLE roster_enrollment IS 'Who teaches and who learns in which class (personal)';
COMMENT ON COLUMN roster_enrollment.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_enrollment.id IS 'Id made of the district and "enrollment:" with the sourcedId (internal)';
COMMENT ON COLUMN roster_enrollment.sourced_id IS 'OneRoster sourcedId (internal)';
COMMENT ON COLUMN roster_enrollment.status IS 'ACTIVE, or TO_BE_DELETED once the roster has ended it (internal)';
COMMENT ON COLUMN roster_enrollment.date_last_modified IS 'When the sender changed it, else when the import did (internal)';
COMMENT ON COLUMN roster_enrollment.row_hash IS 'Digest of the content, to pass over what did not change (internal)';
COMMENT ON COLUMN roster_enrollment.metadata IS 'Extension columns of the sender (personal)';
COMMENT ON COLUMN roster_enrollment.class_id IS 'Class (internal)';
COMMENT ON COLUMN roster_enrollment.school_id IS 'School (internal)';
COMMENT ON COLUMN roster_enrollment.user_id IS 'Person (internal)';
COMMENT ON COLUMN roster_enrollment.role IS 'OneRoster role: student, teacher and so on (personal)';
COMMENT ON COLUMN roster_enrollment.is_primary IS 'Main teacher of the class (internal)';
COMMENT ON COLUMN roster_enrollment.begin_date IS 'First day (personal)';
COMMENT ON COLUMN roster_enrollment.end_date IS 'Day after the last (personal)';

CREATE TABLE roster_demographics (
    district_id                               uuid NOT NULL DEFAULT current_district(),
    id                                        uuid NOT NULL,
    sourced_id                                text NOT NULL,
    status                                    text NOT NULL CHECK (status IN ('ACTIVE', 'TO_BE_DELETED')),
    date_last_modified                        timestamptz NOT NULL,
    row_hash                                  uuid NOT NULL,
    metadata                                  jsonb,
    birth_date                                date,
    sex                                       text,
    american_indian_or_alaska_native          boolean,
    asian                                     boolean,
    black_or_african_american                 boolean,
    native_hawaiian_or_other_pacific_islander boolean,
    white                                     boolean,
    two_or_more_races                         boolean,
    hispanic_or_latino_ethnicity              boolean,
    country_of_birth_code                     text,
    state_of_birth_abbreviation               text,
    city_of_birth                             text,
    public_school_residence_status            text,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, id) REFERENCES roster_user (district_id, id)
);
CALL protect('roster_demographics');
COMMENT ON TABLE roster_demographics IS 'Birth, sex and ethnicity, as the roster has them (sensitive)';
COMMENT ON COLUMN roster_demographics.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_demographics.id IS 'Id of the user: one row per person (internal)';
COMMENT ON COLUMN roster_demographics.sourced_id IS 'OneRoster sourcedId (internal)';
COMMENT ON COLUMN roster_demographics.status IS 'ACTIVE, or TO_BE_DELETED once the roster has ended it (internal)';
COMMENT ON COLUMN roster_demographics.date_last_modified IS 'When the sender changed it, else when the import did (internal)';
COMMENT ON COLUMN roster_demographics.row_hash IS 'Digest of the content, to pass over what did not change (internal)';
COMMENT ON COLUMN roster_demographics.metadata IS 'Extension columns of the sender (personal)';
COMMENT ON COLUMN roster_demographics.birth_date IS 'Date of birth (personal)';
COMMENT ON COLUMN roster_demographics.sex IS 'Sex (sensitive)';
COMMENT ON COLUMN roster_demographics.american_indian_or_alaska_native IS 'Race, as reported (sensitive)';
COMMENT ON COLUMN roster_demographics.asian IS 'Race, as reported (sensitive)';
COMMENT ON COLUMN roster_demographics.black_or_african_american IS 'Race, as reported (sensitive)';
COMMENT ON COLUMN roster_demographics.native_hawaiian_or_other_pacific_islander IS 'Race, as reported (sensitive)';
COMMENT ON COLUMN roster_demographics.white IS 'Race, as reported (sensitive)';
COMMENT ON COLUMN roster_demographics.two_or_more_races IS 'Race, as reported (sensitive)';
COMMENT ON COLUMN roster_demographics.hispanic_or_latino_ethnicity IS 'Ethnicity, as reported (sensitive)';
COMMENT ON COLUMN roster_demographics.country_of_birth_code IS 'Country of birth, ISO 3166-1 (sensitive)';
COMMENT ON COLUMN roster_demographics.state_of_birth_abbreviation IS 'State of birth, USPS (sensitive)';
COMMENT ON COLUMN roster_demographics.city_of_birth IS 'City of birth (sensitive)';
COMMENT ON COLUMN roster_demographics.public_school_residence_status IS 'Residence, code of CEDS (sensitive)';

CREATE TABLE roster_touched_user (
    district_id uuid NOT NULL DEFAULT current_district(),
    user_id     uuid NOT NULL,
    PRIMARY KEY (district_id, user_id)
);
CALL protect('roster_touched_user');
COMMENT ON TABLE roster_touched_user IS 'People whose roster rows changed and whose own record has still to follow (internal)';
COMMENT ON COLUMN roster_touched_user.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_touched_user.user_id IS 'Person (internal)';
