-- Read models: what this service keeps of the others' profiles, fed by their state topics and by case events.

CREATE TABLE student_profile (
    district_id uuid   NOT NULL DEFAULT current_district(),
    id          uuid   NOT NULL,
    version     bigint NOT NULL,
    first_name  text   NOT NULL,
    initials    text   NOT NULL,
    PRIMARY KEY (district_id, id)
);
CALL protect('student_profile');
COMMENT ON TABLE student_profile IS 'As much of a student as a notification may say (personal)';
COMMENT ON COLUMN student_profile.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN student_profile.id IS 'Student (internal)';
COMMENT ON COLUMN student_profile.version IS 'Version of the profile in the student service (internal)';
COMMENT ON COLUMN student_profile.first_name IS 'Given name, for the body of a mail to the family (personal)';
COMMENT ON COLUMN student_profile.initials IS 'Initials, for subjects and for staff (personal)';

CREATE TABLE student_guardian (
    district_id        uuid    NOT NULL DEFAULT current_district(),
    student_id         uuid    NOT NULL,
    guardian_id        uuid    NOT NULL,
    language           text,
    email              text,
    may_contact        boolean NOT NULL,
    educational_rights boolean NOT NULL,
    PRIMARY KEY (district_id, student_id, guardian_id),
    FOREIGN KEY (district_id, student_id) REFERENCES student_profile (district_id, id) ON DELETE CASCADE
);
CALL protect('student_guardian');
COMMENT ON TABLE student_guardian IS 'How a guardian of a student can be told something (personal)';
COMMENT ON COLUMN student_guardian.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN student_guardian.student_id IS 'Student (internal)';
COMMENT ON COLUMN student_guardian.guardian_id IS 'Guardian (internal)';
COMMENT ON COLUMN student_guardian.language IS 'Language the family wishes to be written in (personal)';
COMMENT ON COLUMN student_guardian.email IS 'Mail address (personal)';
COMMENT ON COLUMN student_guardian.may_contact IS 'Whether the district may contact this guardian (sensitive)';
COMMENT ON COLUMN student_guardian.educational_rights IS 'Whether this guardian holds educational rights (sensitive)';

CREATE TABLE staff_profile (
    district_id uuid    NOT NULL DEFAULT current_district(),
    id          uuid    NOT NULL,
    version     bigint  NOT NULL,
    first_name  text    NOT NULL,
    email       text,
    language    text,
    active      boolean NOT NULL,
    PRIMARY KEY (district_id, id)
);
CALL protect('staff_profile');
COMMENT ON TABLE staff_profile IS 'How a staff member can be told something (personal)';
COMMENT ON COLUMN staff_profile.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN staff_profile.id IS 'Staff member (internal)';
COMMENT ON COLUMN staff_profile.version IS 'Version of the profile in the student service (internal)';
COMMENT ON COLUMN staff_profile.first_name IS 'Given name, for the salutation (personal)';
COMMENT ON COLUMN staff_profile.email IS 'Mail address (personal)';
COMMENT ON COLUMN staff_profile.language IS 'Language to write in (personal)';
COMMENT ON COLUMN staff_profile.active IS 'Whether the person works for the district now (internal)';

CREATE TABLE agency_profile (
    district_id uuid   NOT NULL DEFAULT current_district(),
    id          uuid   NOT NULL,
    version     bigint NOT NULL,
    name        text   NOT NULL,
    PRIMARY KEY (district_id, id)
);
CALL protect('agency_profile');
-- Agencies are of no district: their rows carry the nil district, and every district may read them.
CREATE POLICY agencies_are_public ON agency_profile FOR SELECT TO ${app_role}
    USING (district_id = '00000000-0000-0000-0000-000000000000');
COMMENT ON TABLE agency_profile IS 'Names of agencies outside the districts (public)';
COMMENT ON COLUMN agency_profile.district_id IS 'The nil district (internal)';
COMMENT ON COLUMN agency_profile.id IS 'Agency (internal)';
COMMENT ON COLUMN agency_profile.version IS 'Version of the profile in the referral service (internal)';
COMMENT ON COLUMN agency_profile.name IS 'Name of the agency (public)';

CREATE TABLE case_profile (
    district_id     uuid NOT NULL DEFAULT current_district(),
    id              uuid NOT NULL,
    student_id      uuid NOT NULL,
    case_manager_id uuid NOT NULL,
    PRIMARY KEY (district_id, id)
);
CREATE INDEX case_profile_of_student ON case_profile (district_id, student_id);
CALL protect('case_profile');
COMMENT ON TABLE case_profile IS 'Who manages which case (internal)';
COMMENT ON COLUMN case_profile.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN case_profile.id IS 'Case (internal)';
COMMENT ON COLUMN case_profile.student_id IS 'Student of the case (internal)';
COMMENT ON COLUMN case_profile.case_manager_id IS 'Staff member who manages the case (internal)';
