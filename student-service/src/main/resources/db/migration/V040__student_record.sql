-- What became of a student's record: each change and correction of a field, and program flags with their days.

-- The day it is in the district of the transaction; dates of law are read in the district's zone.
CREATE FUNCTION district_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (now() AT TIME ZONE (SELECT d.time_zone FROM district d WHERE d.id = current_district()))::date;
COMMENT ON FUNCTION district_today() IS 'Date in the time zone of the district of this transaction (public)';

ALTER TABLE student ADD COLUMN preferred_family_name text, ADD COLUMN home_languages text[] NOT NULL DEFAULT '{}';
ALTER TABLE student ALTER COLUMN search_text SET EXPRESSION AS (fold_name(
    given_name || ' ' || coalesce(middle_name, '') || ' ' || family_name || ' ' || coalesce(preferred_given_name, '')
    || ' ' || coalesce(preferred_family_name, '')));
COMMENT ON COLUMN student.preferred_family_name IS 'Family name the student goes by; owned here, no import changes it (personal)';
COMMENT ON COLUMN student.home_languages IS 'Languages spoken at home, BCP 47; owned here, no import changes it (personal)';

-- Bitemporal without rows for what never changed: the value of a field on a day, as known at an instant, is the new value
-- of the assertion recorded last (until then) whose days cover it; else what the first assertion replaced; else the column.
CREATE TABLE student_field_change (
    district_id uuid        NOT NULL DEFAULT current_district(),
    id          uuid        NOT NULL DEFAULT uuidv7(),
    student_id  uuid        NOT NULL,
    field       text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('CHANGE', 'CORRECTION')),
    source      text        NOT NULL CHECK (source IN ('ROSTER', 'LOCAL')),
    old_value   jsonb,
    new_value   jsonb,
    valid_from  date        NOT NULL,
    valid_to    date        NOT NULL DEFAULT 'infinity',
    reason      text,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id),
    CHECK (valid_from < valid_to)
);
CALL protect('student_field_change');
CREATE INDEX student_field_change_student_idx ON student_field_change (district_id, student_id, id);
COMMENT ON TABLE student_field_change IS 'Each change and each correction of a field of a student; only ever added to (personal)';
COMMENT ON COLUMN student_field_change.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student_field_change.id IS 'Id of the entry, in the order of recording (internal)';
COMMENT ON COLUMN student_field_change.student_id IS 'Student (internal)';
COMMENT ON COLUMN student_field_change.field IS 'Field in upper snake case, such as GRADE (internal)';
COMMENT ON COLUMN student_field_change.kind IS 'CHANGE: it became so; CORRECTION: it was wrong before (internal)';
COMMENT ON COLUMN student_field_change.source IS 'ROSTER, or LOCAL for what the school recorded here (internal)';
COMMENT ON COLUMN student_field_change.old_value IS 'What it was on the first of these days (personal)';
COMMENT ON COLUMN student_field_change.new_value IS 'What it is (personal)';
COMMENT ON COLUMN student_field_change.valid_from IS 'First day of which the new value holds (personal)';
COMMENT ON COLUMN student_field_change.valid_to IS 'Day after the last (personal)';
COMMENT ON COLUMN student_field_change.reason IS 'Why it was corrected (sensitive)';
COMMENT ON COLUMN student_field_change.recorded_by IS 'Issuer and subject of the caller, or roster (personal)';
COMMENT ON COLUMN student_field_change.recorded_at IS 'When it was recorded (internal)';

-- Whoever writes student leaves the history. The API says in app.change, for its transaction, who, why and since when;
-- without it the roster wrote. A birth date never changes: another one from the roster corrects it for all days.
CREATE FUNCTION keep_student_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told  jsonb := nullif(current_setting('app.change', true), '')::jsonb;
    today date  := district_today();
BEGIN
    INSERT INTO student_field_change (student_id, field, kind, source, old_value, new_value, valid_from, reason,
                                      recorded_by, recorded_at)
    SELECT n.id, f.field,
           coalesce(told ->> 'kind', CASE f.field WHEN 'BIRTH_DATE' THEN 'CORRECTION' ELSE 'CHANGE' END),
           CASE WHEN told IS NULL THEN 'ROSTER' ELSE 'LOCAL' END,
           f.old_value, f.new_value,
           coalesce((told ->> 'from')::date, CASE f.field WHEN 'BIRTH_DATE' THEN date '-infinity' ELSE today END),
           told ->> 'reason',
           coalesce(told ->> 'by', 'roster'),
           clock_timestamp()
      FROM old_rows o
      JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id
     CROSS JOIN LATERAL (VALUES
           ('GIVEN_NAME', to_jsonb(o.given_name), to_jsonb(n.given_name)),
           ('MIDDLE_NAME', to_jsonb(o.middle_name), to_jsonb(n.middle_name)),
           ('FAMILY_NAME', to_jsonb(o.family_name), to_jsonb(n.family_name)),
           ('PREFERRED_GIVEN_NAME', to_jsonb(o.preferred_given_name), to_jsonb(n.preferred_given_name)),
           ('PREFERRED_FAMILY_NAME', to_jsonb(o.preferred_family_name), to_jsonb(n.preferred_family_name)),
           ('BIRTH_DATE', to_jsonb(o.birth_date), to_jsonb(n.birth_date)),
           ('GRADE', to_jsonb(o.grade), to_jsonb(n.grade)),
           ('LANGUAGE', to_jsonb(o.language), to_jsonb(n.language)),
           ('HOME_LANGUAGES', to_jsonb(o.home_languages), to_jsonb(n.home_languages)),
           ('SCHOOL_IDS', to_jsonb(o.school_ids), to_jsonb(n.school_ids)),
           ('ACTIVE', to_jsonb(o.active), to_jsonb(n.active))) AS f (field, old_value, new_value)
     WHERE f.old_value IS DISTINCT FROM f.new_value;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION keep_student_history() IS 'Keeps student_field_change, set-based, whoever writes student (public)';

CREATE TRIGGER student_changed AFTER UPDATE ON student
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_student_history();

-- Dated entries of a record (flags, rights, orders, contact means) share their shape: entry_id names the entry, each row
-- is what was known of it from known_from until known_to. An end is a new row; a withdrawn entry has no row any more.
CREATE TABLE student_flag (
    district_id     uuid        NOT NULL DEFAULT current_district(),
    id              uuid        NOT NULL,
    entry_id        uuid        NOT NULL,
    student_id      uuid        NOT NULL,
    kind            text        NOT NULL,
    source          text        NOT NULL,
    night_residence text,
    unaccompanied   boolean,
    begins_on       date        NOT NULL,
    ends_on         date,
    reason          text,
    recorded_by     text        NOT NULL,
    known_from      timestamptz NOT NULL,
    known_to        timestamptz,
    closed_by       text,
    closed_reason   text,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id),
    CHECK (ends_on IS NULL OR ends_on >= begins_on)
);
CALL protect('student_flag');
CREATE UNIQUE INDEX student_flag_entry_idx ON student_flag (district_id, entry_id) WHERE known_to IS NULL;
CREATE INDEX student_flag_student_idx ON student_flag (district_id, student_id, id);
COMMENT ON TABLE student_flag IS 'Program or status of a student with its days: homeless, English learner and so on (sensitive)';
COMMENT ON COLUMN student_flag.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student_flag.id IS 'Id of this knowledge of the entry (internal)';
COMMENT ON COLUMN student_flag.entry_id IS 'Id of the entry (internal)';
COMMENT ON COLUMN student_flag.student_id IS 'Student (internal)';
COMMENT ON COLUMN student_flag.kind IS 'MCKINNEY_VENTO, ENGLISH_LEARNER, FOSTER_CARE and so on (sensitive)';
COMMENT ON COLUMN student_flag.source IS 'Where it is known from: FAMILY, SCHOOL, STATE and so on (internal)';
COMMENT ON COLUMN student_flag.night_residence IS 'Of McKinney-Vento: SHELTER, DOUBLED_UP, UNSHELTERED or HOTEL_MOTEL; never directory information, 42 USC 11432(g)(3)(G) (sensitive)';
COMMENT ON COLUMN student_flag.unaccompanied IS 'Of McKinney-Vento: not in the custody of a parent or guardian (sensitive)';
COMMENT ON COLUMN student_flag.begins_on IS 'First day (sensitive)';
COMMENT ON COLUMN student_flag.ends_on IS 'Last day; null while open (sensitive)';
COMMENT ON COLUMN student_flag.reason IS 'Why it was recorded, ended or corrected (sensitive)';
COMMENT ON COLUMN student_flag.recorded_by IS 'Issuer and subject of the caller (personal)';
COMMENT ON COLUMN student_flag.known_from IS 'When this was recorded (internal)';
COMMENT ON COLUMN student_flag.known_to IS 'When other knowledge replaced it (internal)';
COMMENT ON COLUMN student_flag.closed_by IS 'Who replaced it (personal)';
COMMENT ON COLUMN student_flag.closed_reason IS 'Why it was replaced (sensitive)';
