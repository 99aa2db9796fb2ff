CREATE TABLE disclosure_consent (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL,
    student_id  uuid NOT NULL,
    agency_id   uuid NOT NULL REFERENCES agency (id),
    guardian_id uuid NOT NULL,
    purpose     varchar(1000) NOT NULL,
    fields      varchar(30)[] NOT NULL,
    decision    varchar(10) NOT NULL CHECK (decision IN ('GIVEN', 'REFUSED')),
    signed_on   date NOT NULL,
    valid_until date,
    recorded_at timestamptz NOT NULL,
    recorded_by varchar(500) NOT NULL,
    revoked_at  timestamptz,
    revoked_by  varchar(500),
    version     bigint NOT NULL,
    PRIMARY KEY (district_id, id),
    CHECK (decision = 'REFUSED' OR (valid_until IS NOT NULL AND valid_until >= signed_on))
);
CREATE INDEX disclosure_consent_student_idx ON disclosure_consent (district_id, student_id, id);
CALL protect('disclosure_consent');
COMMENT ON TABLE disclosure_consent IS 'Signed decisions about disclosing a student''s data to an agency, 34 CFR 99.30 (sensitive)';
COMMENT ON COLUMN disclosure_consent.district_id IS 'Tenant (internal)';
COMMENT ON COLUMN disclosure_consent.id IS 'Id of the consent; the basis named in the disclosure log (internal)';
COMMENT ON COLUMN disclosure_consent.student_id IS 'The student whose data it is about (sensitive)';
COMMENT ON COLUMN disclosure_consent.agency_id IS 'The party to whom may be disclosed, 99.30(b)(3) (sensitive)';
COMMENT ON COLUMN disclosure_consent.guardian_id IS 'Who signed (sensitive)';
COMMENT ON COLUMN disclosure_consent.purpose IS 'Purpose of the disclosure, 99.30(b)(2) (sensitive)';
COMMENT ON COLUMN disclosure_consent.fields IS 'The records that may be disclosed, 99.30(b)(1) (internal)';
COMMENT ON COLUMN disclosure_consent.decision IS 'GIVEN or REFUSED (sensitive)';
COMMENT ON COLUMN disclosure_consent.signed_on IS 'Day of the signature (internal)';
COMMENT ON COLUMN disclosure_consent.valid_until IS 'Last day on which it holds, in the district''s zone (internal)';
COMMENT ON COLUMN disclosure_consent.recorded_at IS 'When it was recorded (internal)';
COMMENT ON COLUMN disclosure_consent.recorded_by IS 'Issuer and subject of who recorded it (internal)';
COMMENT ON COLUMN disclosure_consent.revoked_at IS 'When it was revoked; stops the next read (internal)';
COMMENT ON COLUMN disclosure_consent.revoked_by IS 'Issuer and subject of who recorded the revocation (internal)';
COMMENT ON COLUMN disclosure_consent.version IS 'Counts the changes, for ETag (internal)';
