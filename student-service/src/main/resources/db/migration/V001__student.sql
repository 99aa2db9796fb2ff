-- Who is at school here: schools, students, guardians, staff, and who teaches whom.
-- The roster import writes school, student, staff and teacher_student set-based; the API writes the rest.

-- One spelling for searching: no accents, no case, no punctuation, parts separated by one space.
-- Locale-free on purpose (normalize() and lower() of ASCII), so that it may stand in a generated column.
CREATE FUNCTION fold_name(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN trim(regexp_replace(
    replace(replace(replace(
        translate(
            lower(regexp_replace(normalize(coalesce(name, ''), NFKD), '[\u0300-\u036f]', '', 'g')),
            'łŁøØđĐðÐþÞıʻʼ‘’''`ÆŒ', 'llooddddttiæœ'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g'));
COMMENT ON FUNCTION fold_name(text) IS 'The spelling of a name used for searching: no accents, case or punctuation (public)';

CREATE TABLE school (
    district_id uuid    NOT NULL DEFAULT current_district(),
    id          uuid    NOT NULL,
    sourced_id  text    NOT NULL,
    name        text    NOT NULL,
    type        text    NOT NULL,
    active      boolean NOT NULL DEFAULT true,
    PRIMARY KEY (district_id, id),
    UNIQUE (district_id, sourced_id)
);
CALL protect('school');
COMMENT ON TABLE school IS 'School, or other part of the district''s organization, as the roster names it (public)';
COMMENT ON COLUMN school.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN school.id IS 'Id made of the district and "org:" with the sourcedId (public)';
COMMENT ON COLUMN school.sourced_id IS 'OneRoster org sourcedId (internal)';
COMMENT ON COLUMN school.name IS 'Name of the school (public)';
COMMENT ON COLUMN school.type IS 'OneRoster org type: school, district, department and so on (public)';
COMMENT ON COLUMN school.active IS 'False once the roster no longer has it (internal)';

CREATE TABLE student (
    district_id          uuid    NOT NULL DEFAULT current_district(),
    id                   uuid    NOT NULL,
    sourced_id           text    NOT NULL,
    given_name           text    NOT NULL,
    middle_name          text,
    family_name          text    NOT NULL,
    preferred_given_name text,
    birth_date           date,
    grade                text,
    language             text    NOT NULL DEFAULT 'en',
    school_ids           uuid[]  NOT NULL DEFAULT '{}',
    active               boolean NOT NULL DEFAULT true,
    version              bigint  NOT NULL DEFAULT 0,
    search_text          text    NOT NULL GENERATED ALWAYS AS (fold_name(
        given_name || ' ' || coalesce(middle_name, '') || ' ' || family_name || ' ' || coalesce(preferred_given_name, ''))) STORED,
    sort_name            text    COLLATE "C" NOT NULL GENERATED ALWAYS AS (fold_name(family_name || ' ' || given_name)) STORED,
    PRIMARY KEY (district_id, id),
    UNIQUE (district_id, sourced_id)
);
CALL protect('student');
CREATE INDEX student_sort_name_idx ON student (district_id, sort_name, id);
CREATE INDEX student_birth_date_idx ON student (district_id, birth_date);
COMMENT ON TABLE student IS 'Student of the district (personal)';
COMMENT ON COLUMN student.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student.id IS 'Id made of the district and "user:" with the sourcedId (internal)';
COMMENT ON COLUMN student.sourced_id IS 'OneRoster user sourcedId (internal)';
COMMENT ON COLUMN student.given_name IS 'Legal given name, from the roster (personal)';
COMMENT ON COLUMN student.middle_name IS 'Middle name, from the roster (personal)';
COMMENT ON COLUMN student.family_name IS 'Legal family name, from the roster (personal)';
COMMENT ON COLUMN student.preferred_given_name IS 'Name the student goes by; owned here, no import changes it (personal)';
COMMENT ON COLUMN student.birth_date IS 'Date of birth (personal)';
COMMENT ON COLUMN student.grade IS 'Grade code of CEDS, such as KG or 05 (personal)';
COMMENT ON COLUMN student.language IS 'Language of the student, BCP 47 (personal)';
COMMENT ON COLUMN student.school_ids IS 'Schools attended now, the primary one first; an array so that the relation of a school''s staff is one test on the row that is read anyway; without a GIN index, which row-level security would keep from being used: array overlap is not leakproof (personal)';
COMMENT ON COLUMN student.active IS 'False once the student left the district (personal)';
COMMENT ON COLUMN student.version IS 'Counts changes of the record and of its guardians; ETag and version of the published profile (internal)';
COMMENT ON COLUMN student.search_text IS 'All names folded for searching (personal)';
COMMENT ON COLUMN student.sort_name IS 'Family and given name folded for the order of lists (personal)';

CREATE TABLE staff (
    district_id uuid    NOT NULL DEFAULT current_district(),
    id          uuid    NOT NULL,
    sourced_id  text,
    given_name  text    NOT NULL,
    family_name text    NOT NULL,
    email       text,
    language    text    NOT NULL DEFAULT 'en',
    roles       text[]  NOT NULL DEFAULT '{}',
    school_ids  uuid[]  NOT NULL DEFAULT '{}',
    active      boolean NOT NULL DEFAULT true,
    version     bigint  NOT NULL DEFAULT 0,
    PRIMARY KEY (district_id, id),
    UNIQUE (district_id, sourced_id)
);
CALL protect('staff');
CREATE INDEX staff_family_name_idx ON staff (district_id, family_name COLLATE "C", id);
COMMENT ON TABLE staff IS 'Person who works for the district; ended, never deleted (personal)';
COMMENT ON COLUMN staff.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN staff.id IS 'Id made of the district and "user:" with the sourcedId, or given by the district for people the roster does not know (internal)';
COMMENT ON COLUMN staff.sourced_id IS 'OneRoster user sourcedId; null for people the roster does not know (internal)';
COMMENT ON COLUMN staff.given_name IS 'Given name (personal)';
COMMENT ON COLUMN staff.family_name IS 'Family name (personal)';
COMMENT ON COLUMN staff.email IS 'Address for messages of the district (personal)';
COMMENT ON COLUMN staff.language IS 'Language of messages, BCP 47 (personal)';
COMMENT ON COLUMN staff.roles IS 'Roles in the words of the roster: teacher, administrator, aide and so on (internal)';
COMMENT ON COLUMN staff.school_ids IS 'Schools where the person works (internal)';
COMMENT ON COLUMN staff.active IS 'False once the person left (internal)';
COMMENT ON COLUMN staff.version IS 'Counts changes; ETag and version of the published profile (internal)';

CREATE TABLE teacher_student (
    district_id uuid NOT NULL DEFAULT current_district(),
    staff_id    uuid NOT NULL,
    student_id  uuid NOT NULL,
    begins_on   date NOT NULL DEFAULT '-infinity',
    ends_on     date NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (district_id, staff_id, student_id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id)
);
CALL protect('teacher_student');
CREATE INDEX teacher_student_student_idx ON teacher_student (district_id, student_id);
COMMENT ON TABLE teacher_student IS 'Who teaches whom, by the enrollments in one class; the import derives it (personal)';
COMMENT ON COLUMN teacher_student.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN teacher_student.staff_id IS 'Teacher (internal)';
COMMENT ON COLUMN teacher_student.student_id IS 'Student in a class of this teacher (internal)';
COMMENT ON COLUMN teacher_student.begins_on IS 'First day of the earliest shared class (internal)';
COMMENT ON COLUMN teacher_student.ends_on IS 'Last day of the latest shared class (internal)';

CREATE TABLE guardian (
    district_id uuid   NOT NULL DEFAULT current_district(),
    id          uuid   NOT NULL,
    sourced_id  text,
    given_name  text   NOT NULL,
    family_name text   NOT NULL,
    language    text   NOT NULL DEFAULT 'en',
    email       text,
    phone       text,
    version     bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (district_id, id),
    UNIQUE (district_id, sourced_id)
);
CALL protect('guardian');
COMMENT ON TABLE guardian IS 'Parent, or other person who acts for a student (personal)';
COMMENT ON COLUMN guardian.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN guardian.id IS 'Id of the person, the guardian_id of his token (internal)';
COMMENT ON COLUMN guardian.sourced_id IS 'Id of the person in the student information system or at the identity provider (internal)';
COMMENT ON COLUMN guardian.given_name IS 'Given name (personal)';
COMMENT ON COLUMN guardian.family_name IS 'Family name (personal)';
COMMENT ON COLUMN guardian.language IS 'Language of messages and notices, BCP 47 (personal)';
COMMENT ON COLUMN guardian.email IS 'Address for messages (personal)';
COMMENT ON COLUMN guardian.phone IS 'Telephone number as given (personal)';
COMMENT ON COLUMN guardian.version IS 'Counts changes; ETag (internal)';

CREATE TABLE student_guardian (
    district_id        uuid        NOT NULL DEFAULT current_district(),
    student_id         uuid        NOT NULL,
    guardian_id        uuid        NOT NULL,
    relation           text        NOT NULL,
    educational_rights boolean     NOT NULL,
    may_contact        boolean     NOT NULL,
    added_at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (district_id, student_id, guardian_id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id),
    FOREIGN KEY (district_id, guardian_id) REFERENCES guardian (district_id, id)
);
CALL protect('student_guardian');
CREATE INDEX student_guardian_guardian_idx ON student_guardian (district_id, guardian_id);
COMMENT ON TABLE student_guardian IS 'What a guardian is to a student, and what he may do (sensitive)';
COMMENT ON COLUMN student_guardian.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student_guardian.student_id IS 'Student (internal)';
COMMENT ON COLUMN student_guardian.guardian_id IS 'Guardian (internal)';
COMMENT ON COLUMN student_guardian.relation IS 'Relation to the student: MOTHER, FATHER, FOSTER_PARENT and so on (sensitive)';
COMMENT ON COLUMN student_guardian.educational_rights IS 'May decide on the student''s education, 34 CFR 300.30 (sensitive)';
COMMENT ON COLUMN student_guardian.may_contact IS 'The school may contact this person about the student (sensitive)';
COMMENT ON COLUMN student_guardian.added_at IS 'When the relation was recorded (internal)';

-- The payload of schoolcase.student.state, for one student or set-based for an import's many.
-- security_invoker: row-level security counts for the reader, not for the owner of the view.
CREATE VIEW student_profile_json WITH (security_invoker = true) AS
SELECT s.id AS student_id,
       s.version,
       jsonb_strip_nulls(jsonb_build_object(
           'studentId', s.id,
           'version', s.version,
           'givenName', coalesce(s.preferred_given_name, s.given_name),
           'familyName', s.family_name,
           'birthDate', s.birth_date,
           'grade', s.grade,
           'schoolIds', to_jsonb(s.school_ids),
           'language', s.language,
           'active', s.active,
           'guardians', coalesce((
               SELECT jsonb_agg(jsonb_build_object(
                          'guardianId', g.id,
                          'relation', r.relation,
                          'givenName', g.given_name,
                          'familyName', g.family_name,
                          'language', g.language,
                          'email', g.email,
                          'educationalRights', r.educational_rights,
                          'mayContact', r.may_contact) ORDER BY r.added_at, g.id)
                 FROM student_guardian r
                 JOIN guardian g ON g.id = r.guardian_id AND g.district_id = r.district_id
                WHERE r.student_id = s.id AND r.district_id = s.district_id), '[]'))) AS profile
  FROM student s;
GRANT SELECT ON student_profile_json TO ${app_role};
COMMENT ON VIEW student_profile_json IS 'Published profile of each student (sensitive)';
COMMENT ON COLUMN student_profile_json.student_id IS 'Student (internal)';
COMMENT ON COLUMN student_profile_json.version IS 'Version of the student record (internal)';
COMMENT ON COLUMN student_profile_json.profile IS 'Payload of the event org.schoolcase.student.profile.v1 (sensitive)';

CREATE VIEW staff_profile_json WITH (security_invoker = true) AS
SELECT s.id AS staff_id,
       s.version,
       jsonb_strip_nulls(jsonb_build_object(
           'staffId', s.id,
           'version', s.version,
           'givenName', s.given_name,
           'familyName', s.family_name,
           'email', s.email,
           'language', s.language,
           'schoolIds', to_jsonb(s.school_ids),
           'roles', to_jsonb(s.roles),
           'active', s.active)) AS profile
  FROM staff s;
GRANT SELECT ON staff_profile_json TO ${app_role};
COMMENT ON VIEW staff_profile_json IS 'Published profile of each member of staff (personal)';
COMMENT ON COLUMN staff_profile_json.staff_id IS 'Member of staff (internal)';
COMMENT ON COLUMN staff_profile_json.version IS 'Version of the record (internal)';
COMMENT ON COLUMN staff_profile_json.profile IS 'Payload of the event org.schoolcase.staff.profile.v1 (personal)';
