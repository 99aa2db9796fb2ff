-- Pulling rosters from a student information system over OneRoster 1.2 REST.

CREATE TABLE roster_source (
    district_id           uuid    NOT NULL DEFAULT current_district(),
    id                    uuid    NOT NULL,
    base_url              text    NOT NULL,
    token_url             text    NOT NULL,
    client_id             text    NOT NULL,
    client_secret         bytea   NOT NULL,
    client_authentication text    NOT NULL CHECK (client_authentication IN ('BASIC', 'POST')),
    scopes                text[]  NOT NULL,
    interval_minutes      integer,
    active                boolean NOT NULL,
    version               bigint  NOT NULL,
    next_run_at           timestamptz,
    PRIMARY KEY (district_id, id)
);
CALL protect('roster_source');
CALL open_to_relay('roster_source');
CREATE INDEX roster_source_due_idx ON roster_source (next_run_at) WHERE active;
COMMENT ON TABLE roster_source IS 'Student information system that the roster is pulled from (internal)';
COMMENT ON COLUMN roster_source.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_source.id IS 'Id of the source (internal)';
COMMENT ON COLUMN roster_source.base_url IS 'Base path of its rostering service (internal)';
COMMENT ON COLUMN roster_source.token_url IS 'Where it gives tokens (internal)';
COMMENT ON COLUMN roster_source.client_id IS 'Name of this client there (internal)';
COMMENT ON COLUMN roster_source.client_secret IS 'Secret of this client, AES-256-GCM, bound to the source; never shown (sealed)';
COMMENT ON COLUMN roster_source.client_authentication IS 'How the secret is shown: BASIC or POST (internal)';
COMMENT ON COLUMN roster_source.scopes IS 'Scopes asked for (internal)';
COMMENT ON COLUMN roster_source.interval_minutes IS 'Minutes between scheduled runs; null for runs on demand only (internal)';
COMMENT ON COLUMN roster_source.active IS 'False while it is switched off (internal)';
COMMENT ON COLUMN roster_source.version IS 'Counts changes; ETag (internal)';
COMMENT ON COLUMN roster_source.next_run_at IS 'When the schedule makes the next run (internal)';

CREATE TABLE roster_pull (
    district_id     uuid        NOT NULL DEFAULT current_district(),
    id              uuid        NOT NULL,
    source_id       uuid        NOT NULL,
    base_url        text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
    reason          text        NOT NULL CHECK (reason IN ('DEMAND', 'SCHEDULE')),
    everything      boolean     NOT NULL,
    requested_by    text        NOT NULL,
    created_at      timestamptz NOT NULL,
    started_at      timestamptz,
    finished_at     timestamptz,
    next_attempt_at timestamptz NOT NULL,
    lease_until     timestamptz,
    attempts        integer     NOT NULL DEFAULT 0,
    repeated        bigint      NOT NULL DEFAULT 0,
    since           timestamptz,
    read_until      timestamptz,
    place           text,
    next_url        text,
    import_id       uuid,
    failure_code    text,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, source_id) REFERENCES roster_source (district_id, id)
);
CALL protect('roster_pull');
CALL open_to_relay('roster_pull');
CREATE INDEX roster_pull_source_idx ON roster_pull (district_id, source_id, id);
CREATE INDEX roster_pull_waiting_idx ON roster_pull (district_id, id) WHERE state IN ('QUEUED', 'RUNNING');
-- One run of a source waits or runs, one run of a district runs, whatever the replicas do.
CREATE UNIQUE INDEX roster_pull_one_waiting_idx ON roster_pull (district_id, source_id) WHERE state IN ('QUEUED', 'RUNNING');
CREATE UNIQUE INDEX roster_pull_one_running_idx ON roster_pull (district_id) WHERE state = 'RUNNING';
COMMENT ON TABLE roster_pull IS 'Run that pulls a roster (internal)';
COMMENT ON COLUMN roster_pull.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_pull.id IS 'Id of the run (internal)';
COMMENT ON COLUMN roster_pull.source_id IS 'Source (internal)';
COMMENT ON COLUMN roster_pull.base_url IS 'Base URL of the source when the run was made: a position counts for this one only (internal)';
COMMENT ON COLUMN roster_pull.state IS 'QUEUED, RUNNING, COMPLETED or FAILED (internal)';
COMMENT ON COLUMN roster_pull.reason IS 'DEMAND or SCHEDULE (internal)';
COMMENT ON COLUMN roster_pull.everything IS 'True when all records were asked for (internal)';
COMMENT ON COLUMN roster_pull.requested_by IS 'Issuer and subject of the caller, or the service (personal)';
COMMENT ON COLUMN roster_pull.created_at IS 'When it was asked for (internal)';
COMMENT ON COLUMN roster_pull.started_at IS 'When the work on it began first (internal)';
COMMENT ON COLUMN roster_pull.finished_at IS 'When it ended (internal)';
COMMENT ON COLUMN roster_pull.next_attempt_at IS 'Not before this time is it begun again (internal)';
COMMENT ON COLUMN roster_pull.lease_until IS 'Until then it belongs to the replica that works on it (internal)';
COMMENT ON COLUMN roster_pull.attempts IS 'How often the work on it began; what an older attempt writes does not count (internal)';
COMMENT ON COLUMN roster_pull.repeated IS 'Requests made again after 429 or 5xx (internal)';
COMMENT ON COLUMN roster_pull.since IS 'Records changed from then on are read; null for all (internal)';
COMMENT ON COLUMN roster_pull.read_until IS 'Where the next increment begins, by the clock of the source (internal)';
COMMENT ON COLUMN roster_pull.place IS 'File that is being read (internal)';
COMMENT ON COLUMN roster_pull.next_url IS 'Next page of that file; empty when nothing is left (internal)';
COMMENT ON COLUMN roster_pull.import_id IS 'Import that the records went into (internal)';
COMMENT ON COLUMN roster_pull.failure_code IS 'Why it failed or waits (internal)';

CREATE TABLE roster_pull_file (
    district_id uuid    NOT NULL DEFAULT current_district(),
    run_id      uuid    NOT NULL,
    file        text    NOT NULL,
    pages       integer NOT NULL,
    records     bigint  NOT NULL,
    PRIMARY KEY (district_id, run_id, file),
    FOREIGN KEY (district_id, run_id) REFERENCES roster_pull (district_id, id)
);
CALL protect('roster_pull_file');
COMMENT ON TABLE roster_pull_file IS 'What a run read of each collection (internal)';
COMMENT ON COLUMN roster_pull_file.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_pull_file.run_id IS 'Run (internal)';
COMMENT ON COLUMN roster_pull_file.file IS 'Name of the OneRoster file (internal)';
COMMENT ON COLUMN roster_pull_file.pages IS 'Pages read (internal)';
COMMENT ON COLUMN roster_pull_file.records IS 'Rows made of them (internal)';

CREATE TABLE roster_pull_page (
    district_id uuid    NOT NULL DEFAULT current_district(),
    run_id      uuid    NOT NULL,
    file        text    NOT NULL,
    page_no     integer NOT NULL,
    lines       text    NOT NULL,
    PRIMARY KEY (district_id, run_id, file, page_no),
    FOREIGN KEY (district_id, run_id) REFERENCES roster_pull (district_id, id)
);
CALL protect('roster_pull_page');
COMMENT ON TABLE roster_pull_page IS 'Records of a run that has not ended, so that it goes on after a crash (sensitive)';
COMMENT ON COLUMN roster_pull_page.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_pull_page.run_id IS 'Run (internal)';
COMMENT ON COLUMN roster_pull_page.file IS 'Name of the OneRoster file (internal)';
COMMENT ON COLUMN roster_pull_page.page_no IS 'Place of the page (internal)';
COMMENT ON COLUMN roster_pull_page.lines IS 'Rows, one JSON line each (sensitive)';

CREATE TABLE roster_pull_finding (
    district_id uuid   NOT NULL DEFAULT current_district(),
    run_id      uuid   NOT NULL,
    file        text   NOT NULL,
    code        text   NOT NULL,
    occurrences bigint NOT NULL,
    PRIMARY KEY (district_id, run_id, file, code),
    FOREIGN KEY (district_id, run_id) REFERENCES roster_pull (district_id, id)
);
CALL protect('roster_pull_finding');
COMMENT ON TABLE roster_pull_finding IS 'What a run changed or left out when it made rows of records (internal)';
COMMENT ON COLUMN roster_pull_finding.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN roster_pull_finding.run_id IS 'Run (internal)';
COMMENT ON COLUMN roster_pull_finding.file IS 'Name of the OneRoster file (internal)';
COMMENT ON COLUMN roster_pull_finding.code IS 'Stable code (internal)';
COMMENT ON COLUMN roster_pull_finding.occurrences IS 'How often it was met (internal)';
