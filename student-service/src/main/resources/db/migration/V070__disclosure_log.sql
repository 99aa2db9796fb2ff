-- To whom a student's record was disclosed (34 CFR 99.32), what families decided about directory information (99.37),
-- and their requests to amend the record (99.20-99.22).

CREATE TABLE disclosure (
    district_id        uuid        NOT NULL DEFAULT current_district(),
    id                 uuid        NOT NULL,
    student_id         uuid        NOT NULL,
    disclosed_at       timestamptz NOT NULL,
    recipient_kind     text        NOT NULL CHECK (recipient_kind IN ('AGENCY', 'PERSON', 'ORGANISATION')),
    recipient_id       uuid,
    recipient_name     text,
    fields             text[]      NOT NULL,
    purpose            text        NOT NULL,
    basis              text        NOT NULL,
    citation           text        NOT NULL,
    consent_id         uuid,
    threat             text,
    further_recipients text[]      NOT NULL DEFAULT '{}',
    source             text        NOT NULL,
    source_id          uuid,
    recorded_at        timestamptz NOT NULL,
    recorded_by        text        NOT NULL,
    PRIMARY KEY (district_id, id),
    CHECK (recipient_id IS NOT NULL OR recipient_name IS NOT NULL),
    CHECK (basis <> 'HEALTH_OR_SAFETY' OR threat IS NOT NULL)
);
CALL protect('disclosure');
REVOKE UPDATE ON disclosure FROM ${app_role};
CREATE INDEX disclosure_student_idx ON disclosure (district_id, student_id, disclosed_at DESC, id DESC);
COMMENT ON TABLE disclosure IS 'Log of disclosures of a record, kept as long as the record (34 CFR 99.32) (sensitive)';
COMMENT ON COLUMN disclosure.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN disclosure.id IS 'Id of the disclosure; of one told by another service, the id it gave (internal)';
COMMENT ON COLUMN disclosure.student_id IS 'Whose record (sensitive)';
COMMENT ON COLUMN disclosure.disclosed_at IS 'When (internal)';
COMMENT ON COLUMN disclosure.recipient_kind IS 'AGENCY, PERSON or ORGANISATION (sensitive)';
COMMENT ON COLUMN disclosure.recipient_id IS 'Agency or guardian who received it (sensitive)';
COMMENT ON COLUMN disclosure.recipient_name IS 'Party who received it, where it has no id here, 99.32(a)(3)(i) (sensitive)';
COMMENT ON COLUMN disclosure.fields IS 'Names of the fields, never values (internal)';
COMMENT ON COLUMN disclosure.purpose IS 'Legitimate interest of the party, 99.32(a)(3)(ii): a code, or words of the district (sensitive)';
COMMENT ON COLUMN disclosure.basis IS 'Code of the legal basis (internal)';
COMMENT ON COLUMN disclosure.citation IS 'Section the disclosure rests on (internal)';
COMMENT ON COLUMN disclosure.consent_id IS 'Consent it rests on, 99.30 (internal)';
COMMENT ON COLUMN disclosure.threat IS 'Articulable and significant threat of an emergency, 99.32(a)(5) (sensitive)';
COMMENT ON COLUMN disclosure.further_recipients IS 'Parties to whom the recipient may disclose it further, 99.32(b) (sensitive)';
COMMENT ON COLUMN disclosure.source IS 'Service that disclosed it (internal)';
COMMENT ON COLUMN disclosure.source_id IS 'Referral, export or other thing by which it was disclosed (internal)';
COMMENT ON COLUMN disclosure.recorded_at IS 'When the row was written (internal)';
COMMENT ON COLUMN disclosure.recorded_by IS 'Issuer and subject of who wrote it, or the service (internal)';

CREATE TABLE agency_name (
    district_id uuid   NOT NULL DEFAULT current_district(),
    id          uuid   NOT NULL,
    version     bigint NOT NULL,
    name        text   NOT NULL,
    PRIMARY KEY (district_id, id)
);
CALL protect('agency_name');
-- Agencies are of no district: their rows carry the nil district, and every district may read them.
CREATE POLICY agencies_are_public ON agency_name FOR SELECT TO ${app_role}
    USING (district_id = '00000000-0000-0000-0000-000000000000');
COMMENT ON TABLE agency_name IS 'Read model of schoolcase.agency.state: names of agencies, of no district (public)';
COMMENT ON COLUMN agency_name.district_id IS 'The nil district (internal)';
COMMENT ON COLUMN agency_name.id IS 'Agency (internal)';
COMMENT ON COLUMN agency_name.version IS 'Version of the profile; older ones are ignored (internal)';
COMMENT ON COLUMN agency_name.name IS 'Name of the agency (public)';

CREATE TABLE directory_choice (
    district_id uuid        NOT NULL DEFAULT current_district(),
    id          uuid        NOT NULL,
    student_id  uuid        NOT NULL,
    opted_out   boolean     NOT NULL,
    from_on     date        NOT NULL,
    guardian_id uuid,
    method      text        NOT NULL CHECK (method IN ('WRITTEN', 'ELECTRONIC')),
    received_on date        NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id)
);
CALL protect('directory_choice');
REVOKE UPDATE ON directory_choice FROM ${app_role};
CREATE INDEX directory_choice_student_idx ON directory_choice (district_id, student_id, from_on DESC, id DESC);
COMMENT ON TABLE directory_choice IS 'Decisions about directory information (34 CFR 99.37); the latest that has begun counts (sensitive)';
COMMENT ON COLUMN directory_choice.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN directory_choice.id IS 'Id of the decision (internal)';
COMMENT ON COLUMN directory_choice.student_id IS 'Student (sensitive)';
COMMENT ON COLUMN directory_choice.opted_out IS 'True: nothing may be disclosed as directory information (sensitive)';
COMMENT ON COLUMN directory_choice.from_on IS 'First day on which it counts (internal)';
COMMENT ON COLUMN directory_choice.guardian_id IS 'Guardian who decided; null is the adult student (sensitive)';
COMMENT ON COLUMN directory_choice.method IS 'WRITTEN or ELECTRONIC (internal)';
COMMENT ON COLUMN directory_choice.received_on IS 'Day on which the school received it (internal)';
COMMENT ON COLUMN directory_choice.recorded_at IS 'When it was recorded (internal)';
COMMENT ON COLUMN directory_choice.recorded_by IS 'Issuer and subject of who recorded it (internal)';

CREATE FUNCTION is_directory_opted_out(whose uuid, day date) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT c.opted_out FROM directory_choice c
                      WHERE c.district_id = current_district() AND c.student_id = whose AND c.from_on <= day
                      ORDER BY c.from_on DESC, c.id DESC LIMIT 1), false)
$$;
COMMENT ON FUNCTION is_directory_opted_out(uuid, date) IS 'Whether nothing of the student may be disclosed as directory information on a day, 34 CFR 99.37';

CREATE FUNCTION is_directory_opted_out(whose uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT is_directory_opted_out(whose,
        (now() AT TIME ZONE (SELECT d.time_zone FROM district d WHERE d.id = current_district()))::date)
$$;
COMMENT ON FUNCTION is_directory_opted_out(uuid) IS 'As of today in the zone of the district';

CREATE TABLE amendment (
    district_id         uuid        NOT NULL DEFAULT current_district(),
    id                  uuid        NOT NULL,
    student_id          uuid        NOT NULL,
    guardian_id         uuid,
    record_part         text        NOT NULL,
    ground              text        NOT NULL CHECK (ground IN ('INACCURATE', 'MISLEADING', 'PRIVACY')),
    wanted              text        NOT NULL,
    received_on         date        NOT NULL,
    state               text        NOT NULL CHECK (state IN ('RECEIVED', 'REFUSED', 'HEARING_REQUESTED',
                                    'HEARING_SCHEDULED', 'AMENDED', 'KEPT', 'WITHDRAWN')),
    decided_on          date,
    decided_by          text,
    reason              text,
    informed_on         date,
    hearing_at          timestamptz,
    hearing_place       text,
    hearing_officer     text,
    hearing_notice_on   date,
    hearing_held_on     date,
    hearing_decided_on  date,
    evidence            text,
    hearing_reason      text,
    hearing_informed_on date,
    statement           text,
    statement_on        date,
    recorded_at         timestamptz NOT NULL,
    recorded_by         text        NOT NULL,
    version             bigint      NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id),
    CHECK (statement IS NULL OR state = 'KEPT')
);
CALL protect('amendment');
CREATE INDEX amendment_student_idx ON amendment (district_id, student_id, id DESC);
CREATE INDEX amendment_statement_idx ON amendment (district_id, student_id) WHERE statement IS NOT NULL;
COMMENT ON TABLE amendment IS 'Requests to amend a record, their decision, hearing and statement (34 CFR 99.20-99.22) (sensitive)';
COMMENT ON COLUMN amendment.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN amendment.id IS 'Id of the request (internal)';
COMMENT ON COLUMN amendment.student_id IS 'Whose record (sensitive)';
COMMENT ON COLUMN amendment.guardian_id IS 'Guardian who asks; null is the adult student (sensitive)';
COMMENT ON COLUMN amendment.record_part IS 'Part of the record that is contested (sensitive)';
COMMENT ON COLUMN amendment.ground IS 'INACCURATE, MISLEADING or PRIVACY, 99.20(a) (sensitive)';
COMMENT ON COLUMN amendment.wanted IS 'What is to be changed, in the words of the family (sensitive)';
COMMENT ON COLUMN amendment.received_on IS 'Day on which the school received it (internal)';
COMMENT ON COLUMN amendment.state IS 'Where the request stands (internal)';
COMMENT ON COLUMN amendment.decided_on IS 'Day of the decision, 99.20(b) (internal)';
COMMENT ON COLUMN amendment.decided_by IS 'Issuer and subject of who decided (internal)';
COMMENT ON COLUMN amendment.reason IS 'Reason of the decision (sensitive)';
COMMENT ON COLUMN amendment.informed_on IS 'Day on which the family was told the decision and, if refused, of the right to a hearing, 99.20(c) (internal)';
COMMENT ON COLUMN amendment.hearing_at IS 'When the hearing is, 99.22(b) (internal)';
COMMENT ON COLUMN amendment.hearing_place IS 'Where the hearing is (internal)';
COMMENT ON COLUMN amendment.hearing_officer IS 'Who conducts it, without direct interest in the outcome, 99.22(c) (personal)';
COMMENT ON COLUMN amendment.hearing_notice_on IS 'Day on which the family was told date, time and place, 99.22(b) (internal)';
COMMENT ON COLUMN amendment.hearing_held_on IS 'Day on which it was held (internal)';
COMMENT ON COLUMN amendment.hearing_decided_on IS 'Day of its written decision, 99.22(e) (internal)';
COMMENT ON COLUMN amendment.evidence IS 'Summary of the evidence, 99.22(f) (sensitive)';
COMMENT ON COLUMN amendment.hearing_reason IS 'Reasons of its decision, 99.22(f) (sensitive)';
COMMENT ON COLUMN amendment.hearing_informed_on IS 'Day on which the family was told it and, if the record stays, of the right to a statement, 99.21(b)(2) (internal)';
COMMENT ON COLUMN amendment.statement IS 'Statement of the family, kept and disclosed with the record, 99.21(c) (sensitive)';
COMMENT ON COLUMN amendment.statement_on IS 'Day on which it was placed (internal)';
COMMENT ON COLUMN amendment.recorded_at IS 'When the request was recorded (internal)';
COMMENT ON COLUMN amendment.recorded_by IS 'Issuer and subject of who recorded it (internal)';
COMMENT ON COLUMN amendment.version IS 'Counts the steps; ETag (internal)';
