-- Audit: appended by writers without waiting for each other, sealed into one hash chain per district every second.

CREATE TABLE audit_entry (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL DEFAULT uuidv7(),
    seq         bigint GENERATED ALWAYS AS IDENTITY,
    xid         xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor       text NOT NULL,
    roles       text NOT NULL,
    action      text NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('DONE', 'SHOWN', 'DISCLOSED', 'DENIED')),
    entity      text NOT NULL,
    entity_id   uuid NOT NULL,
    student_id  uuid,
    fields      text NOT NULL,
    basis       text,
    request_id  text,
    PRIMARY KEY (district_id, id)
);
CREATE INDEX audit_entry_unsealed ON audit_entry (xid, seq);
CREATE INDEX audit_entry_student ON audit_entry (district_id, student_id, seq);
CREATE INDEX audit_entry_actor ON audit_entry (district_id, actor, seq);
CREATE INDEX audit_entry_log ON audit_entry (district_id, seq);
COMMENT ON TABLE audit_entry IS 'Who did, saw or was refused what, and on which ground (34 CFR 99.32). Append-only. (sensitive)';
COMMENT ON COLUMN audit_entry.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN audit_entry.id IS 'Id of the entry. (internal)';
COMMENT ON COLUMN audit_entry.seq IS 'Order of writing. (internal)';
COMMENT ON COLUMN audit_entry.xid IS 'Writing transaction; entries are sealed once no older one runs. (internal)';
COMMENT ON COLUMN audit_entry.at IS 'When. (internal)';
COMMENT ON COLUMN audit_entry.actor IS 'Issuer and subject of the person or client, or the service itself. (personal)';
COMMENT ON COLUMN audit_entry.roles IS 'Roles at that time. (internal)';
COMMENT ON COLUMN audit_entry.action IS 'What, such as case.open. (internal)';
COMMENT ON COLUMN audit_entry.outcome IS 'Done, shown to staff or family, disclosed to an outsider, or denied. (internal)';
COMMENT ON COLUMN audit_entry.entity IS 'Kind of the record. (internal)';
COMMENT ON COLUMN audit_entry.entity_id IS 'Id of the record. (internal)';
COMMENT ON COLUMN audit_entry.student_id IS 'Whose record it is. (sensitive)';
COMMENT ON COLUMN audit_entry.fields IS 'Names of the fields, never values. (internal)';
COMMENT ON COLUMN audit_entry.basis IS 'Legal ground of a disclosure: a section of 34 CFR 99.31, or the id of a consent. (internal)';
COMMENT ON COLUMN audit_entry.request_id IS 'Trace id of the request. (internal)';

CREATE TABLE audit_seal (
    district_id uuid NOT NULL,
    position    bigint NOT NULL,
    entry_id    uuid NOT NULL,
    hash        bytea NOT NULL,
    sealed_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (district_id, position)
);
CREATE UNIQUE INDEX audit_seal_entry ON audit_seal (district_id, entry_id);
COMMENT ON TABLE audit_seal IS 'Hash chain over the audit entries of a district. (internal)';
COMMENT ON COLUMN audit_seal.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN audit_seal.position IS 'Place in the chain, from 1. (internal)';
COMMENT ON COLUMN audit_seal.entry_id IS 'The entry at this place. (internal)';
COMMENT ON COLUMN audit_seal.hash IS 'SHA-256 of the hash before and the entry. (internal)';
COMMENT ON COLUMN audit_seal.sealed_at IS 'When. (internal)';

CREATE TABLE audit_head (
    district_id uuid PRIMARY KEY,
    position    bigint NOT NULL,
    hash        bytea NOT NULL
);
COMMENT ON TABLE audit_head IS 'End of each district''s chain, so that a cut tail is found. (internal)';
COMMENT ON COLUMN audit_head.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN audit_head.position IS 'Last place. (internal)';
COMMENT ON COLUMN audit_head.hash IS 'Last hash. (internal)';

CREATE TABLE audit_horizon (
    only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    sealed_before xid8 NOT NULL
);
INSERT INTO audit_horizon (sealed_before) VALUES ('0');
COMMENT ON TABLE audit_horizon IS 'All entries of transactions below this one are sealed. (internal)';
COMMENT ON COLUMN audit_horizon.only_row IS 'There is one row. (internal)';
COMMENT ON COLUMN audit_horizon.sealed_before IS 'First transaction not yet sealed. (internal)';

CALL protect('audit_entry');
CALL protect('audit_seal');
CALL protect('audit_head');
CALL open_to_relay('audit_entry');
CALL open_to_relay('audit_seal');
CALL open_to_relay('audit_head');
REVOKE UPDATE, DELETE ON audit_entry FROM ${app_role};
REVOKE INSERT, UPDATE, DELETE ON audit_seal, audit_head FROM ${app_role};
REVOKE UPDATE ON audit_entry, audit_seal FROM ${relay_role};
GRANT INSERT ON audit_entry, audit_seal, audit_head TO ${relay_role};
GRANT SELECT ON audit_horizon TO ${app_role};
GRANT SELECT, UPDATE ON audit_horizon TO ${relay_role};

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
COMMENT ON FUNCTION refuse_change() IS 'Keeps even the owner from rewriting the audit trail by mistake.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION audit_hash(before bytea, e audit_entry) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(before || convert_to(jsonb_build_array(e.district_id, e.id, e.seq,
        (extract(epoch FROM e.at) * 1000000)::bigint, e.actor, e.roles, e.action, e.outcome, e.entity, e.entity_id,
        e.student_id, e.fields, e.basis, e.request_id)::text, 'UTF8')) $$;
COMMENT ON FUNCTION audit_hash(bytea, audit_entry) IS 'SHA-256 over the hash before and the canonical JSON array of the entry.';

CREATE FUNCTION seal_audit() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    horizon xid8;
    head audit_head;
    e audit_entry;
    sealed bigint := 0;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('seal_audit')) THEN
        RETURN 0;
    END IF;
    horizon := pg_snapshot_xmin(pg_current_snapshot());
    FOR e IN SELECT a.* FROM audit_entry a
              WHERE a.xid >= (SELECT sealed_before FROM audit_horizon) AND a.xid < horizon
              ORDER BY a.district_id, a.xid, a.seq LOOP
        IF head.district_id IS DISTINCT FROM e.district_id THEN
            IF head.district_id IS NOT NULL THEN
                UPDATE audit_head h SET position = head.position, hash = head.hash WHERE h.district_id = head.district_id;
            END IF;
            INSERT INTO audit_head VALUES (e.district_id, 0, '\x00') ON CONFLICT DO NOTHING;
            SELECT * INTO head FROM audit_head h WHERE h.district_id = e.district_id;
        END IF;
        head.position := head.position + 1;
        head.hash := audit_hash(head.hash, e);
        INSERT INTO audit_seal (district_id, position, entry_id, hash) VALUES (e.district_id, head.position, e.id, head.hash);
        sealed := sealed + 1;
    END LOOP;
    IF head.district_id IS NOT NULL THEN
        UPDATE audit_head h SET position = head.position, hash = head.hash WHERE h.district_id = head.district_id;
    END IF;
    IF sealed > 0 THEN
        UPDATE audit_horizon SET sealed_before = horizon;
    END IF;
    RETURN sealed;
END $$;
COMMENT ON FUNCTION seal_audit() IS 'Chains all entries whose transactions are over; one sealer at a time.';

CREATE FUNCTION verify_audit() RETURNS TABLE (sealed bigint, broken_position bigint, broken_entry uuid, reason text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    s audit_seal;
    e audit_entry;
    last_hash bytea := '\x00';
    last_position bigint := 0;
BEGIN
    FOR s IN SELECT * FROM audit_seal ORDER BY position LOOP
        IF s.position <> last_position + 1 THEN
            RETURN QUERY SELECT last_position, last_position + 1, NULL::uuid, 'SEAL_MISSING';
            RETURN;
        END IF;
        SELECT * INTO e FROM audit_entry a WHERE a.id = s.entry_id;
        IF NOT FOUND THEN
            RETURN QUERY SELECT last_position, s.position, s.entry_id, 'ENTRY_MISSING';
            RETURN;
        END IF;
        IF s.hash <> audit_hash(last_hash, e) THEN
            RETURN QUERY SELECT last_position, s.position, s.entry_id, 'ENTRY_CHANGED';
            RETURN;
        END IF;
        last_hash := s.hash;
        last_position := s.position;
    END LOOP;
    IF EXISTS (SELECT 1 FROM audit_head h WHERE h.position <> last_position OR h.hash <> last_hash) THEN
        RETURN QUERY SELECT last_position, last_position + 1, NULL::uuid, 'TAIL_CUT';
        RETURN;
    END IF;
    SELECT * INTO e FROM audit_entry a WHERE a.xid < (SELECT sealed_before FROM audit_horizon)
        AND NOT EXISTS (SELECT 1 FROM audit_seal x WHERE x.entry_id = a.id) ORDER BY a.seq LIMIT 1;
    IF FOUND THEN
        RETURN QUERY SELECT last_position, NULL::bigint, e.id, 'ENTRY_INSERTED';
        RETURN;
    END IF;
    RETURN QUERY SELECT last_position, NULL::bigint, NULL::uuid, NULL::text;
END $$;
COMMENT ON FUNCTION verify_audit() IS 'Recounts the chain of the transaction''s district and names the first place where it breaks.';
