-- Decisions of rights holders that steps of a case depend on.

CREATE TABLE consent (
    district_id       uuid NOT NULL DEFAULT current_district(),
    id                uuid NOT NULL,
    case_id           uuid NOT NULL,
    kind              text NOT NULL,
    decision          text NOT NULL CHECK (decision IN ('GIVEN', 'REFUSED')),
    guardian_id       uuid NOT NULL,
    scope             text NOT NULL,
    language          text NOT NULL,
    method            text NOT NULL,
    signed_on         date NOT NULL,
    received_on       date NOT NULL,
    recorded_at       timestamptz NOT NULL,
    revoked_on        date,
    revoked_by        uuid,
    revocation_reason text,
    version           bigint NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    CHECK (signed_on <= received_on),
    CHECK (revoked_on IS NULL OR (decision = 'GIVEN' AND revoked_on >= received_on))
);
CREATE UNIQUE INDEX consent_in_force ON consent (district_id, case_id, kind)
    WHERE decision = 'GIVEN' AND revoked_on IS NULL;
CREATE INDEX consent_case ON consent (district_id, case_id, id);
COMMENT ON TABLE consent IS 'Consents given, refused and revoked (34 CFR 300.9, 300.300). Never deleted, never backdated. (sensitive)';
COMMENT ON COLUMN consent.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN consent.id IS 'Id of the consent. (internal)';
COMMENT ON COLUMN consent.case_id IS 'The case. (internal)';
COMMENT ON COLUMN consent.kind IS 'What is consented to. (sensitive)';
COMMENT ON COLUMN consent.decision IS 'GIVEN or REFUSED. (sensitive)';
COMMENT ON COLUMN consent.guardian_id IS 'Signer, a holder of educational rights on that day. (personal)';
COMMENT ON COLUMN consent.scope IS 'The activity the signer was told of. (sensitive)';
COMMENT ON COLUMN consent.language IS 'BCP 47 tag of the language it was explained in. (personal)';
COMMENT ON COLUMN consent.method IS 'How it was signed. (internal)';
COMMENT ON COLUMN consent.signed_on IS 'Date of the signature. (sensitive)';
COMMENT ON COLUMN consent.received_on IS 'Date the district received it; starts the clock. (sensitive)';
COMMENT ON COLUMN consent.recorded_at IS 'When it was entered. (internal)';
COMMENT ON COLUMN consent.revoked_on IS 'Date of revocation; not retroactive (34 CFR 300.9(c)(2)). (sensitive)';
COMMENT ON COLUMN consent.revoked_by IS 'Guardian who revoked. (personal)';
COMMENT ON COLUMN consent.revocation_reason IS 'What the guardian said, if anything. (sensitive)';
COMMENT ON COLUMN consent.version IS 'Grows with each change. (internal)';
CALL protect('consent');
