CREATE TABLE note (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL,
    agency_id   uuid,
    text        text NOT NULL,
    version     bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (district_id, id)
);
COMMENT ON TABLE note IS 'Something to test with. (personal)';
COMMENT ON COLUMN note.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN note.id IS 'Id. (internal)';
COMMENT ON COLUMN note.agency_id IS 'Agency it is addressed to. (internal)';
COMMENT ON COLUMN note.text IS 'Text. (personal)';
COMMENT ON COLUMN note.version IS 'Version. (internal)';
CALL protect_for_agency('note', 'agency_id');
