-- Names of other students in the free texts of an export: kept out until the custodian has decided (34 CFR 99.12(a), 300.615).

CREATE TABLE access_mention (
    district_id uuid        NOT NULL DEFAULT current_district(),
    id          uuid        NOT NULL,
    request_id  uuid        NOT NULL,
    service     text        NOT NULL,
    kind        text        NOT NULL,
    path        text        NOT NULL,
    text_hash   text        NOT NULL,
    matched     text        NOT NULL,
    excerpt     text        NOT NULL,
    decision    text        CHECK (decision IN ('RELEASE', 'REDACT')),
    reason      text,
    decided_at  timestamptz,
    decided_by  text,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, request_id) REFERENCES access_request (district_id, id) ON DELETE CASCADE,
    CHECK ((decision IS NULL) = (reason IS NULL) AND (decision IS NULL) = (decided_at IS NULL))
);
CALL protect('access_mention');
CREATE INDEX access_mention_request_idx ON access_mention (district_id, request_id, id);
COMMENT ON TABLE access_mention IS 'Words in an export that are the name of another student, and what the custodian decided of each (sensitive)';
COMMENT ON COLUMN access_mention.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN access_mention.id IS 'Made of the request, the text and the words, so that it is the same when they are found again (internal)';
COMMENT ON COLUMN access_mention.request_id IS 'The request that the export answers (internal)';
COMMENT ON COLUMN access_mention.service IS 'Service whose part holds the text (internal)';
COMMENT ON COLUMN access_mention.kind IS 'Kind of record (internal)';
COMMENT ON COLUMN access_mention.path IS 'Where in the row the text was found first (internal)';
COMMENT ON COLUMN access_mention.text_hash IS 'SHA-256 of the text, hexadecimal (internal)';
COMMENT ON COLUMN access_mention.matched IS 'The words; empty once the export is gone (sensitive)';
COMMENT ON COLUMN access_mention.excerpt IS 'The words with what stands around them; empty once the export is gone (sensitive)';
COMMENT ON COLUMN access_mention.decision IS 'RELEASE: they stay; REDACT: they are left out; null until decided (internal)';
COMMENT ON COLUMN access_mention.reason IS 'Why (sensitive)';
COMMENT ON COLUMN access_mention.decided_at IS 'When (internal)';
COMMENT ON COLUMN access_mention.decided_by IS 'Issuer and subject of who decided (internal)';

-- It names other students, so that it is in nobody's export itself.
