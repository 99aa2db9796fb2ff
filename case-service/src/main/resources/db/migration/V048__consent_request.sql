-- Consents that were asked for, what was tried to get an answer, and when the law lets a school act without one.

CREATE TABLE consent_request (
    district_id   uuid        NOT NULL DEFAULT current_district(),
    id            uuid        NOT NULL,
    case_id       uuid        NOT NULL,
    kind          text        NOT NULL,
    scope         text        NOT NULL,
    records       text[]      NOT NULL,
    recipients    text[]      NOT NULL,
    language      text        NOT NULL,
    asked_of      uuid,
    sent_by       text        NOT NULL,
    sent_on       date        NOT NULL,
    notice_id     uuid,
    safeguards_id uuid,
    requested_by  uuid,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    FOREIGN KEY (district_id, notice_id) REFERENCES notice (district_id, id),
    FOREIGN KEY (district_id, safeguards_id) REFERENCES notice (district_id, id)
);
CREATE INDEX consent_request_case ON consent_request (district_id, case_id, id);
COMMENT ON TABLE consent_request IS 'Consents asked for (34 CFR 300.9(b), 300.300); rows are added and never changed. (sensitive)';
COMMENT ON COLUMN consent_request.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN consent_request.id IS 'Id of the request; grows with the order of recording. (internal)';
COMMENT ON COLUMN consent_request.case_id IS 'The case. (internal)';
COMMENT ON COLUMN consent_request.kind IS 'What is asked for. (sensitive)';
COMMENT ON COLUMN consent_request.scope IS 'The activity that was described. (sensitive)';
COMMENT ON COLUMN consent_request.records IS 'Records that would be released. (sensitive)';
COMMENT ON COLUMN consent_request.recipients IS 'To whom they would be released. (sensitive)';
COMMENT ON COLUMN consent_request.language IS 'BCP 47 tag of the language it is explained in. (personal)';
COMMENT ON COLUMN consent_request.asked_of IS 'Guardian who was asked, a holder of rights on that day; null when the adult student was. (personal)';
COMMENT ON COLUMN consent_request.sent_by IS 'How it was sent. (internal)';
COMMENT ON COLUMN consent_request.sent_on IS 'Date on which it was sent. (sensitive)';
COMMENT ON COLUMN consent_request.notice_id IS 'Prior written notice that came before it. (internal)';
COMMENT ON COLUMN consent_request.safeguards_id IS 'Safeguards notice that came before it. (internal)';
COMMENT ON COLUMN consent_request.requested_by IS 'Staff member who recorded it. (internal)';
COMMENT ON COLUMN consent_request.recorded_at IS 'When it was entered. (internal)';
CALL protect('consent_request');
REVOKE UPDATE ON consent_request FROM ${app_role};

ALTER TABLE consent ADD FOREIGN KEY (district_id, request_id) REFERENCES consent_request (district_id, id);
CREATE INDEX consent_request_answer ON consent (district_id, request_id) WHERE request_id IS NOT NULL;

CREATE TABLE consent_attempt (
    district_id uuid        NOT NULL DEFAULT current_district(),
    id          uuid        NOT NULL,
    request_id  uuid        NOT NULL,
    means       text        NOT NULL CHECK (means IN ('CALL', 'LETTER', 'VISIT', 'ELECTRONIC')),
    made_on     date        NOT NULL,
    made_by     uuid,
    outcome     text        NOT NULL,
    result      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, request_id) REFERENCES consent_request (district_id, id)
);
CREATE INDEX consent_attempt_request ON consent_attempt (district_id, request_id, id);
COMMENT ON TABLE consent_attempt IS 'Calls, letters and visits to get an answer, with what came of them (34 CFR 300.300(d)(5), 300.322(d)); rows are added and never changed. (sensitive)';
COMMENT ON COLUMN consent_attempt.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN consent_attempt.id IS 'Id of the attempt. (internal)';
COMMENT ON COLUMN consent_attempt.request_id IS 'The request. (internal)';
COMMENT ON COLUMN consent_attempt.means IS 'Call, letter, visit or electronic message. (sensitive)';
COMMENT ON COLUMN consent_attempt.made_on IS 'Date of the attempt. (sensitive)';
COMMENT ON COLUMN consent_attempt.made_by IS 'Staff member who made it. (internal)';
COMMENT ON COLUMN consent_attempt.outcome IS 'What came of it, as a code. (sensitive)';
COMMENT ON COLUMN consent_attempt.result IS 'What came of it, in words. (sensitive)';
COMMENT ON COLUMN consent_attempt.recorded_at IS 'When it was entered. (internal)';
CALL protect('consent_attempt');
REVOKE UPDATE ON consent_attempt FROM ${app_role};

CREATE TABLE consent_exception (
    district_id        uuid        NOT NULL DEFAULT current_district(),
    id                 uuid        NOT NULL,
    case_id            uuid        NOT NULL,
    kind               text        NOT NULL,
    ground             text        NOT NULL,
    explanation        text        NOT NULL,
    document_reference text,
    request_id         uuid,
    decided_on         date        NOT NULL,
    decided_by         uuid,
    recorded_at        timestamptz NOT NULL,
    ended_on           date,
    ended_because      text,
    version            bigint      NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    FOREIGN KEY (district_id, request_id) REFERENCES consent_request (district_id, id),
    CHECK ((ended_on IS NULL) = (ended_because IS NULL))
);
CREATE UNIQUE INDEX consent_exception_in_force ON consent_exception (district_id, case_id, kind) WHERE ended_on IS NULL;
CREATE INDEX consent_exception_case ON consent_exception (district_id, case_id, id);
COMMENT ON TABLE consent_exception IS 'Cases in which the law lets an evaluation go on without consent, with the ground (34 CFR 300.300(a)(2)-(3), (c)). (sensitive)';
COMMENT ON COLUMN consent_exception.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN consent_exception.id IS 'Id of the exception. (internal)';
COMMENT ON COLUMN consent_exception.case_id IS 'The case. (internal)';
COMMENT ON COLUMN consent_exception.kind IS 'Kind of consent that is not needed. (sensitive)';
COMMENT ON COLUMN consent_exception.ground IS 'Ground in law. (sensitive)';
COMMENT ON COLUMN consent_exception.explanation IS 'What was done and found. (sensitive)';
COMMENT ON COLUMN consent_exception.document_reference IS 'Order or decision that it rests on. (sensitive)';
COMMENT ON COLUMN consent_exception.request_id IS 'The request that had no answer. (internal)';
COMMENT ON COLUMN consent_exception.decided_on IS 'Date from which it holds. (sensitive)';
COMMENT ON COLUMN consent_exception.decided_by IS 'Staff member who recorded it. (internal)';
COMMENT ON COLUMN consent_exception.recorded_at IS 'When it was entered. (internal)';
COMMENT ON COLUMN consent_exception.ended_on IS 'Date from which it holds no more. (sensitive)';
COMMENT ON COLUMN consent_exception.ended_because IS 'ANSWERED by a rights holder, or WITHDRAWN. (sensitive)';
COMMENT ON COLUMN consent_exception.version IS 'Grows with each change. (internal)';
CALL protect('consent_exception');
