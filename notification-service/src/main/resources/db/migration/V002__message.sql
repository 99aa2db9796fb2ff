-- The delivery ledger: which event led to which message, and how far it came. It holds ids, never names or addresses.

CREATE TABLE message (
    district_id     uuid        NOT NULL DEFAULT current_district(),
    id              uuid        NOT NULL,
    event_id        uuid        NOT NULL,
    event_type      text        NOT NULL,
    rule            text        NOT NULL,
    channel         text        NOT NULL CHECK (channel IN ('EMAIL', 'IN_APP')),
    recipient_id    uuid,
    state           text        NOT NULL
        CHECK (state IN ('QUEUED', 'WAITING_FOR_RECIPIENT', 'SENT', 'RETRY', 'FAILED')),
    attempts        int         NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    last_error      text,
    language        text,
    template        text,
    student_id      uuid        NOT NULL,
    case_id         uuid,
    agency_id       uuid,
    requested_by    uuid,
    due_on          date,
    occurred_at     timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    sent_at         timestamptz,
    PRIMARY KEY (district_id, id),
    CONSTRAINT message_once UNIQUE NULLS NOT DISTINCT (district_id, event_id, rule, recipient_id, channel),
    CONSTRAINT open_messages_have_a_time
        CHECK ((next_attempt_at IS NULL) = (state IN ('SENT', 'FAILED')))
);
CREATE INDEX message_due ON message (channel, next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX message_of_student ON message (district_id, student_id, id);
CREATE INDEX message_of_case ON message (district_id, case_id) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX message_waiting_for ON message (district_id, recipient_id) WHERE next_attempt_at IS NOT NULL;
CALL protect('message');
CALL open_to_relay('message');
COMMENT ON TABLE message IS 'One message to one recipient over one channel, owed because of one event (internal)';
COMMENT ON COLUMN message.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN message.id IS 'Message; a mail carries it in its Message-ID (internal)';
COMMENT ON COLUMN message.event_id IS 'Event that led to the message (internal)';
COMMENT ON COLUMN message.event_type IS 'Type of that event (internal)';
COMMENT ON COLUMN message.rule IS 'Rule that asked for the message (internal)';
COMMENT ON COLUMN message.channel IS 'EMAIL or IN_APP (internal)';
COMMENT ON COLUMN message.recipient_id IS 'Staff member or guardian; null until known (internal)';
COMMENT ON COLUMN message.state IS 'How far the message came (internal)';
COMMENT ON COLUMN message.attempts IS 'How often it was handed to the channel (internal)';
COMMENT ON COLUMN message.next_attempt_at IS 'When it is looked at next; null when finished (internal)';
COMMENT ON COLUMN message.last_error IS 'Code of what stands in the way, or of the last failure (internal)';
COMMENT ON COLUMN message.language IS 'Language it was written in (internal)';
COMMENT ON COLUMN message.template IS 'Kind and version of the template it was written with (internal)';
COMMENT ON COLUMN message.student_id IS 'Student the event is about (internal)';
COMMENT ON COLUMN message.case_id IS 'Case the event is about (internal)';
COMMENT ON COLUMN message.agency_id IS 'Agency the event is about (internal)';
COMMENT ON COLUMN message.requested_by IS 'Staff member who asked for the referral (internal)';
COMMENT ON COLUMN message.due_on IS 'Date of the deadline (sensitive)';
COMMENT ON COLUMN message.occurred_at IS 'When the event happened (internal)';
COMMENT ON COLUMN message.created_at IS 'When the event was received (internal)';
COMMENT ON COLUMN message.sent_at IS 'When the channel accepted it (internal)';
