-- Events out (outbox), events in (inbox), and answers already given (idempotency).

CREATE TABLE outbox_event (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL,
    seq         bigint GENERATED ALWAYS AS IDENTITY,
    xid         xid8 NOT NULL DEFAULT pg_current_xact_id(),
    bucket      smallint GENERATED ALWAYS AS (hashtextextended(event_key, 0) & 7) STORED,
    topic       text NOT NULL,
    event_key   text NOT NULL,
    type        text NOT NULL,
    occurred_at timestamptz NOT NULL,
    data        jsonb,
    traceparent text,
    sent_at     timestamptz,
    PRIMARY KEY (district_id, id)
);
CREATE INDEX outbox_event_waiting ON outbox_event (seq) WHERE sent_at IS NULL;
CREATE INDEX outbox_event_log ON outbox_event (district_id, seq);
CREATE INDEX outbox_event_sent ON outbox_event (sent_at) WHERE sent_at IS NOT NULL;
ALTER TABLE outbox_event SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
COMMENT ON TABLE outbox_event IS 'Events to send and, for a week, those sent: the event log. (personal)';
COMMENT ON COLUMN outbox_event.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN outbox_event.id IS 'CloudEvents id. (internal)';
COMMENT ON COLUMN outbox_event.seq IS 'Order of writing. (internal)';
COMMENT ON COLUMN outbox_event.xid IS 'Writing transaction; the relay reads only below the oldest one running. (internal)';
COMMENT ON COLUMN outbox_event.bucket IS 'Part of the key space; one relay at a time sends a bucket. (internal)';
COMMENT ON COLUMN outbox_event.topic IS 'Kafka topic. (internal)';
COMMENT ON COLUMN outbox_event.event_key IS 'Kafka key: the aggregate''s id. (internal)';
COMMENT ON COLUMN outbox_event.type IS 'CloudEvents type. (internal)';
COMMENT ON COLUMN outbox_event.occurred_at IS 'CloudEvents time. (internal)';
COMMENT ON COLUMN outbox_event.data IS 'Payload; null is a tombstone. State profiles name persons, facts do not. (personal)';
COMMENT ON COLUMN outbox_event.traceparent IS 'W3C trace context of the writing request. (internal)';
COMMENT ON COLUMN outbox_event.sent_at IS 'When the broker had confirmed it. (internal)';
CALL protect('outbox_event');
CALL open_to_relay('outbox_event');
GRANT DELETE ON outbox_event TO ${relay_role};
REVOKE UPDATE, DELETE ON outbox_event FROM ${app_role};

CREATE TABLE inbox_event (
    district_id uuid NOT NULL DEFAULT current_district(),
    consumer    text NOT NULL,
    event_id    uuid NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (district_id, consumer, event_id)
);
CREATE INDEX inbox_event_age ON inbox_event (received_at);
COMMENT ON TABLE inbox_event IS 'Events already handled, so that one takes effect once. (internal)';
COMMENT ON COLUMN inbox_event.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN inbox_event.consumer IS 'Which consumer handled it. (internal)';
COMMENT ON COLUMN inbox_event.event_id IS 'CloudEvents id. (internal)';
COMMENT ON COLUMN inbox_event.received_at IS 'When it was handled. (internal)';
CALL protect('inbox_event');
CALL open_to_relay('inbox_event');
GRANT DELETE ON inbox_event TO ${relay_role};

CREATE TABLE idempotency_key (
    tenant_id   uuid NOT NULL DEFAULT coalesce(current_agency(), current_district()),
    caller      text NOT NULL,
    operation   text NOT NULL,
    key         text NOT NULL,
    fingerprint bytea NOT NULL,
    status      smallint NOT NULL,
    location    text,
    etag        text,
    body        jsonb,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, caller, operation, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
COMMENT ON TABLE idempotency_key IS 'First answers to requests with an Idempotency-Key, kept for a day. (sensitive)';
COMMENT ON COLUMN idempotency_key.tenant_id IS 'District or agency of the caller. (internal)';
COMMENT ON COLUMN idempotency_key.caller IS 'Issuer and subject of the caller. (internal)';
COMMENT ON COLUMN idempotency_key.operation IS 'Method and path. (internal)';
COMMENT ON COLUMN idempotency_key.key IS 'The key the caller sent. (internal)';
COMMENT ON COLUMN idempotency_key.fingerprint IS 'SHA-256 of the request. (internal)';
COMMENT ON COLUMN idempotency_key.status IS 'HTTP status of the first answer. (internal)';
COMMENT ON COLUMN idempotency_key.location IS 'Location header of the first answer. (internal)';
COMMENT ON COLUMN idempotency_key.etag IS 'ETag header of the first answer. (internal)';
COMMENT ON COLUMN idempotency_key.body IS 'Body of the first answer. (sensitive)';
COMMENT ON COLUMN idempotency_key.created_at IS 'When it was given. (internal)';
ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON idempotency_key USING (tenant_id IN (current_agency(), current_district()))
    WITH CHECK (tenant_id IN (current_agency(), current_district()));
CREATE POLICY relay ON idempotency_key TO ${relay_role} USING (true);
GRANT SELECT, INSERT ON idempotency_key TO ${app_role};
GRANT SELECT, DELETE ON idempotency_key TO ${relay_role};
