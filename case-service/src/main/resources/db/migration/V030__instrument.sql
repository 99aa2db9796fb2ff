-- Form definitions of a district, each in versions; those of the library come with the software.

CREATE TABLE instrument_version (
    district_id  uuid NOT NULL DEFAULT current_district(),
    id           uuid NOT NULL,
    key          text COLLATE "C" NOT NULL,
    number       integer NOT NULL CHECK (number > 0),
    state        text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED')),
    definition   jsonb NOT NULL,
    drafted_at   timestamptz NOT NULL,
    published_at timestamptz,
    version      bigint NOT NULL,
    PRIMARY KEY (district_id, id),
    UNIQUE (district_id, key, number),
    CHECK ((state = 'PUBLISHED') = (published_at IS NOT NULL))
);
CREATE UNIQUE INDEX instrument_one_draft ON instrument_version (district_id, key) WHERE state = 'DRAFT';
COMMENT ON TABLE instrument_version IS 'Versions of a district''s own form definitions; a published one never changes, because answers were taken with it. (internal)';
COMMENT ON COLUMN instrument_version.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN instrument_version.id IS 'Id of the version. (internal)';
COMMENT ON COLUMN instrument_version.key IS 'Name of the instrument in the district. (internal)';
COMMENT ON COLUMN instrument_version.number IS 'Number of the version, from 1. (internal)';
COMMENT ON COLUMN instrument_version.state IS 'DRAFT or PUBLISHED. (internal)';
COMMENT ON COLUMN instrument_version.definition IS 'Schema, layout, scoring and words of the form. (internal)';
COMMENT ON COLUMN instrument_version.drafted_at IS 'When it was first written. (internal)';
COMMENT ON COLUMN instrument_version.published_at IS 'When it was published. (internal)';
COMMENT ON COLUMN instrument_version.version IS 'Grows with each change of the draft; the ETag. (internal)';
CALL protect('instrument_version');

CREATE FUNCTION published_instrument_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A published instrument never changes';
END $$;
COMMENT ON FUNCTION published_instrument_stays() IS 'Keeps published definitions as they were (public)';
CREATE TRIGGER published_instrument_stays BEFORE UPDATE OR DELETE ON instrument_version
    FOR EACH ROW WHEN (OLD.state = 'PUBLISHED') EXECUTE FUNCTION published_instrument_stays();
