-- Requests to inspect a record (34 CFR 99.10, 300.613), the complete export that answers them, and destruction (300.624).

CREATE TABLE access_request (
    district_id   uuid        NOT NULL DEFAULT current_district(),
    id            uuid        NOT NULL,
    student_id    uuid        NOT NULL,
    guardian_id   uuid,
    received_on   date        NOT NULL,
    before_kind   text        CHECK (before_kind IN ('IEP_MEETING', 'DUE_PROCESS_HEARING', 'RESOLUTION_SESSION')),
    before_on     date,
    due_on        date        NOT NULL,
    due_rule      text        NOT NULL,
    citation      text        NOT NULL,
    confidence    text        NOT NULL,
    state         text        NOT NULL
        CHECK (state IN ('RECEIVED', 'ASSEMBLING', 'READY', 'HANDED_OVER', 'WITHDRAWN')),
    assembling_at timestamptz,
    ready_at      timestamptz,
    expires_at    timestamptz,
    sha256        text,
    bytes         bigint,
    handed_over_on date,
    handed_over_by text,
    method        text        CHECK (method IN ('DOWNLOAD', 'IN_PERSON', 'MAIL', 'INSPECTED')),
    recorded_at   timestamptz NOT NULL,
    recorded_by   text        NOT NULL,
    version       bigint      NOT NULL,
    PRIMARY KEY (district_id, id),
    CHECK ((before_kind IS NULL) = (before_on IS NULL))
);
CALL protect('access_request');
CREATE INDEX access_request_student_idx ON access_request (district_id, student_id, id DESC);
CREATE INDEX access_request_due_idx ON access_request (district_id, due_on, id) WHERE state IN ('RECEIVED', 'ASSEMBLING', 'READY');
COMMENT ON TABLE access_request IS 'Requests to inspect a record, with the day on which each is due (34 CFR 99.10) (sensitive)';
COMMENT ON COLUMN access_request.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN access_request.id IS 'Id of the request, also of its export (internal)';
COMMENT ON COLUMN access_request.student_id IS 'Whose record (sensitive)';
COMMENT ON COLUMN access_request.guardian_id IS 'Guardian who asks; null is the adult student (sensitive)';
COMMENT ON COLUMN access_request.received_on IS 'Day on which the school received it (internal)';
COMMENT ON COLUMN access_request.before_kind IS 'Meeting or hearing before which it must be answered, 300.613(a) (sensitive)';
COMMENT ON COLUMN access_request.before_on IS 'Day of that meeting or hearing (internal)';
COMMENT ON COLUMN access_request.due_on IS 'Last day for an answer (internal)';
COMMENT ON COLUMN access_request.due_rule IS 'Rule that set the day (internal)';
COMMENT ON COLUMN access_request.citation IS 'Section it rests on (public)';
COMMENT ON COLUMN access_request.confidence IS 'How sure the reading of that section is (public)';
COMMENT ON COLUMN access_request.state IS 'Where the request stands (internal)';
COMMENT ON COLUMN access_request.assembling_at IS 'When the services were asked for their parts (internal)';
COMMENT ON COLUMN access_request.ready_at IS 'When the export was complete (internal)';
COMMENT ON COLUMN access_request.expires_at IS 'When the export is deleted (internal)';
COMMENT ON COLUMN access_request.sha256 IS 'SHA-256 of the export, hexadecimal (internal)';
COMMENT ON COLUMN access_request.bytes IS 'Length of the export (internal)';
COMMENT ON COLUMN access_request.handed_over_on IS 'Day on which the family received or inspected it (internal)';
COMMENT ON COLUMN access_request.handed_over_by IS 'Issuer and subject of who handed it over or took it (internal)';
COMMENT ON COLUMN access_request.method IS 'How it was handed over (internal)';
COMMENT ON COLUMN access_request.recorded_at IS 'When the request was recorded (internal)';
COMMENT ON COLUMN access_request.recorded_by IS 'Issuer and subject of who recorded it (internal)';
COMMENT ON COLUMN access_request.version IS 'Counts the steps; ETag (internal)';

CREATE TABLE access_part (
    district_id uuid        NOT NULL DEFAULT current_district(),
    request_id  uuid        NOT NULL,
    service     text        NOT NULL,
    ready_at    timestamptz,
    sha256      text,
    row_count   integer,
    PRIMARY KEY (district_id, request_id, service),
    FOREIGN KEY (district_id, request_id) REFERENCES access_request (district_id, id) ON DELETE CASCADE
);
CALL protect('access_part');
COMMENT ON TABLE access_part IS 'Parts of an export, one of each service (internal)';
COMMENT ON COLUMN access_part.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN access_part.request_id IS 'The request (internal)';
COMMENT ON COLUMN access_part.service IS 'Service that delivers the part (internal)';
COMMENT ON COLUMN access_part.ready_at IS 'When the service had assembled it; null before (internal)';
COMMENT ON COLUMN access_part.sha256 IS 'SHA-256 of the part, as the service told it (internal)';
COMMENT ON COLUMN access_part.row_count IS 'Rows in it (internal)';

CREATE TABLE access_file (
    district_id uuid    NOT NULL DEFAULT current_district(),
    request_id  uuid    NOT NULL,
    chunk_no    integer NOT NULL,
    bytes       bytea   NOT NULL,
    PRIMARY KEY (district_id, request_id, chunk_no),
    FOREIGN KEY (district_id, request_id) REFERENCES access_request (district_id, id) ON DELETE CASCADE
);
CALL protect('access_file');
COMMENT ON TABLE access_file IS 'The finished export in pieces, until it expires (sensitive)';
COMMENT ON COLUMN access_file.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN access_file.request_id IS 'The request (internal)';
COMMENT ON COLUMN access_file.chunk_no IS 'Number of the piece, from 0 (internal)';
COMMENT ON COLUMN access_file.bytes IS 'Piece of the ZIP file (sensitive)';

CREATE TABLE destruction (
    district_id  uuid        NOT NULL DEFAULT current_district(),
    id           uuid        NOT NULL,
    student_id   uuid        NOT NULL,
    scope        text        NOT NULL CHECK (scope IN ('SUPPORT_RECORD', 'WHOLE_RECORD')),
    ground       text        NOT NULL CHECK (ground IN ('PERIOD_OVER', 'FAMILY_REQUEST')),
    left_on      date        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('NOTICE_GIVEN', 'ORDERED', 'DESTROYED', 'CANCELLED')),
    notice_on    date        NOT NULL,
    notice_method text       NOT NULL CHECK (notice_method IN ('MAIL', 'EMAIL', 'IN_PERSON', 'PUBLICATION')),
    earliest_on  date        NOT NULL,
    rule         text        NOT NULL,
    ordered_at   timestamptz,
    ordered_by   text,
    destroyed_at timestamptz,
    hash         text,
    recorded_at  timestamptz NOT NULL,
    recorded_by  text        NOT NULL,
    version      bigint      NOT NULL,
    PRIMARY KEY (district_id, id)
);
CALL protect('destruction');
CREATE INDEX destruction_student_idx ON destruction (district_id, student_id, id DESC);
CREATE UNIQUE INDEX destruction_one_open_idx ON destruction (district_id, student_id)
    WHERE state IN ('NOTICE_GIVEN', 'ORDERED');
COMMENT ON TABLE destruction IS 'Destructions of records after notice, and their proof (34 CFR 300.624) (sensitive)';
COMMENT ON COLUMN destruction.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN destruction.id IS 'Id of the destruction (internal)';
COMMENT ON COLUMN destruction.student_id IS 'Whose record; an id without a name once all is destroyed (internal)';
COMMENT ON COLUMN destruction.scope IS 'SUPPORT_RECORD leaves what 300.624(b) lets stay, WHOLE_RECORD leaves nothing (internal)';
COMMENT ON COLUMN destruction.ground IS 'PERIOD_OVER or FAMILY_REQUEST (internal)';
COMMENT ON COLUMN destruction.left_on IS 'Day on which the student left, from which the periods count (internal)';
COMMENT ON COLUMN destruction.state IS 'Where it stands (internal)';
COMMENT ON COLUMN destruction.notice_on IS 'Day on which the family was informed, 300.624(a) (internal)';
COMMENT ON COLUMN destruction.notice_method IS 'How it was informed (internal)';
COMMENT ON COLUMN destruction.earliest_on IS 'First day on which it may be carried out (internal)';
COMMENT ON COLUMN destruction.rule IS 'Rules of the district by which it is done (internal)';
COMMENT ON COLUMN destruction.ordered_at IS 'When all services were told (internal)';
COMMENT ON COLUMN destruction.ordered_by IS 'Issuer and subject of who ordered it (internal)';
COMMENT ON COLUMN destruction.destroyed_at IS 'When the last service had answered (internal)';
COMMENT ON COLUMN destruction.hash IS 'SHA-256 over id, rule, time and counts, hexadecimal (internal)';
COMMENT ON COLUMN destruction.recorded_at IS 'When the notice was recorded (internal)';
COMMENT ON COLUMN destruction.recorded_by IS 'Issuer and subject of who recorded it (internal)';
COMMENT ON COLUMN destruction.version IS 'Counts the steps; ETag (internal)';

CREATE TABLE destruction_count (
    district_id    uuid        NOT NULL DEFAULT current_district(),
    destruction_id uuid        NOT NULL,
    service        text        NOT NULL,
    kind           text        NOT NULL,
    destroyed      bigint      NOT NULL,
    at             timestamptz NOT NULL,
    PRIMARY KEY (district_id, destruction_id, service, kind),
    FOREIGN KEY (district_id, destruction_id) REFERENCES destruction (district_id, id)
);
CALL protect('destruction_count');
REVOKE UPDATE, DELETE ON destruction_count FROM ${app_role};
COMMENT ON TABLE destruction_count IS 'How much of each kind a destruction took (internal)';
COMMENT ON COLUMN destruction_count.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN destruction_count.destruction_id IS 'The destruction (internal)';
COMMENT ON COLUMN destruction_count.service IS 'Service that destroyed it (internal)';
COMMENT ON COLUMN destruction_count.kind IS 'Kind of record: the name of its table; a dash where the service had none (internal)';
COMMENT ON COLUMN destruction_count.destroyed IS 'Rows destroyed (internal)';
COMMENT ON COLUMN destruction_count.at IS 'When (internal)';
