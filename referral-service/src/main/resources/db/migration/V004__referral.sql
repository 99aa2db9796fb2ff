CREATE TABLE referral (
    district_id  uuid NOT NULL DEFAULT current_district(),
    id           uuid NOT NULL,
    case_id      uuid NOT NULL,
    student_id   uuid NOT NULL,
    agency_id    uuid NOT NULL REFERENCES agency (id),
    service_id   uuid NOT NULL REFERENCES agency_service (id),
    reason       varchar(2000) NOT NULL,
    urgency      varchar(10) NOT NULL CHECK (urgency IN ('ROUTINE', 'URGENT', 'ASAP', 'STAT')),
    fields       varchar(30)[] NOT NULL,
    state        varchar(30) NOT NULL,
    consent_id   uuid,
    requested_by uuid NOT NULL,
    created_at   timestamptz NOT NULL,
    sent_at      timestamptz,
    version      bigint NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, consent_id) REFERENCES disclosure_consent (district_id, id)
);
CREATE INDEX referral_case_idx ON referral (district_id, case_id);
CREATE INDEX referral_student_idx ON referral (district_id, student_id);
CREATE INDEX referral_inbox_idx ON referral (agency_id, sent_at DESC, id DESC) WHERE sent_at IS NOT NULL;
CALL protect_for_agency('referral', 'agency_id');
-- What was never sent does not exist for the agency, whatever the program asks for.
CREATE POLICY only_what_was_sent ON referral AS RESTRICTIVE
    USING (sent_at IS NOT NULL OR district_id = current_district());
COMMENT ON TABLE referral IS 'Requests to an agency to serve a student (sensitive)';
COMMENT ON COLUMN referral.district_id IS 'Tenant; the agency''s rows are opened by agency_id (internal)';
COMMENT ON COLUMN referral.id IS 'Id of the referral, known to both sides (internal)';
COMMENT ON COLUMN referral.case_id IS 'The case for which it is made (internal)';
COMMENT ON COLUMN referral.student_id IS 'The student (sensitive)';
COMMENT ON COLUMN referral.agency_id IS 'The agency addressed (sensitive)';
COMMENT ON COLUMN referral.service_id IS 'The service asked for (sensitive)';
COMMENT ON COLUMN referral.reason IS 'Why, in the requester''s words; disclosed only as field REASON (sensitive)';
COMMENT ON COLUMN referral.urgency IS 'FHIR request priority: ROUTINE, URGENT, ASAP, STAT (internal)';
COMMENT ON COLUMN referral.fields IS 'The fields that the agency is to read, each covered by the consent (internal)';
COMMENT ON COLUMN referral.state IS 'State of the referral, docs/referral-service.md (internal)';
COMMENT ON COLUMN referral.consent_id IS 'The consent under which it was sent (internal)';
COMMENT ON COLUMN referral.requested_by IS 'Staff id of who drafted it (internal)';
COMMENT ON COLUMN referral.created_at IS 'When it was drafted (internal)';
COMMENT ON COLUMN referral.sent_at IS 'When it was sent; empty means that the agency cannot see it (internal)';
COMMENT ON COLUMN referral.version IS 'Counts the changes, for ETag (internal)';

CREATE TABLE referral_step (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL,
    referral_id uuid NOT NULL,
    from_state  varchar(30),
    to_state    varchar(30) NOT NULL,
    actor       varchar(500) NOT NULL,
    at          timestamptz NOT NULL,
    reason_code varchar(40),
    note        varchar(1000),
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, referral_id) REFERENCES referral (district_id, id)
);
CREATE INDEX referral_step_referral_idx ON referral_step (district_id, referral_id, id);
CALL protect('referral_step');
COMMENT ON TABLE referral_step IS 'Each step of a referral: who, when, from where to where, and why (sensitive)';
COMMENT ON COLUMN referral_step.district_id IS 'Tenant (internal)';
COMMENT ON COLUMN referral_step.id IS 'Id of the step (internal)';
COMMENT ON COLUMN referral_step.referral_id IS 'The referral (internal)';
COMMENT ON COLUMN referral_step.from_state IS 'State before; empty for the drafting (internal)';
COMMENT ON COLUMN referral_step.to_state IS 'State after (internal)';
COMMENT ON COLUMN referral_step.actor IS 'Issuer and subject of who did it (internal)';
COMMENT ON COLUMN referral_step.at IS 'When (internal)';
COMMENT ON COLUMN referral_step.reason_code IS 'Code of the reason or the outcome (sensitive)';
COMMENT ON COLUMN referral_step.note IS 'Note of who did it, for the other side (sensitive)';
