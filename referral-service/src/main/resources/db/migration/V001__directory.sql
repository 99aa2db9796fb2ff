-- The directory of agencies belongs to no district: every district reads the same rows, the operator writes them.
CREATE TABLE agency (
    id          uuid PRIMARY KEY,
    name        varchar(200) NOT NULL,
    description varchar(2000) NOT NULL,
    email       varchar(254) NOT NULL,
    language    varchar(35) NOT NULL,
    website     varchar(500),
    active      boolean NOT NULL DEFAULT true,
    version     bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON agency TO ${app_role};
COMMENT ON TABLE agency IS 'Outside agencies (HSDS organization); of no district, so without district_id and row-level security: published data only (public)';
COMMENT ON COLUMN agency.id IS 'Id of the agency, also its claim agency_id (public)';
COMMENT ON COLUMN agency.name IS 'Name as the agency publishes it (public)';
COMMENT ON COLUMN agency.description IS 'What the agency does, in its own words (public)';
COMMENT ON COLUMN agency.email IS 'Published office address, never of a person at home (public)';
COMMENT ON COLUMN agency.language IS 'BCP 47 tag of the language in which the agency is written to (public)';
COMMENT ON COLUMN agency.website IS 'Published web address (public)';
COMMENT ON COLUMN agency.active IS 'False when the agency takes no more referrals (public)';
COMMENT ON COLUMN agency.version IS 'Counts the changes, for ETag (public)';

CREATE TABLE agency_service (
    id                 uuid PRIMARY KEY,
    agency_id          uuid NOT NULL REFERENCES agency (id),
    name               varchar(200) NOT NULL,
    description        varchar(2000) NOT NULL,
    status             varchar(20) NOT NULL
        CHECK (status IN ('active', 'inactive', 'defunct', 'temporarily closed')),
    needs              varchar(60)[] NOT NULL,
    minimum_age        integer NOT NULL CHECK (minimum_age BETWEEN 0 AND 130),
    maximum_age        integer NOT NULL CHECK (maximum_age BETWEEN 0 AND 130),
    languages          varchar(35)[] NOT NULL,
    capacity_available integer CHECK (capacity_available >= 0),
    version            bigint NOT NULL,
    CHECK (minimum_age <= maximum_age)
);
CREATE INDEX agency_service_name_idx ON agency_service (name, id);
CREATE INDEX agency_service_needs_idx ON agency_service USING gin (needs);
CREATE INDEX agency_service_agency_idx ON agency_service (agency_id);
GRANT SELECT, INSERT, UPDATE ON agency_service TO ${app_role};
COMMENT ON TABLE agency_service IS 'Services of the agencies (HSDS service); of no district, so without district_id and row-level security: published data only (public)';
COMMENT ON COLUMN agency_service.id IS 'Id of the service (public)';
COMMENT ON COLUMN agency_service.agency_id IS 'Agency that offers it; HSDS organization_id (public)';
COMMENT ON COLUMN agency_service.name IS 'Name of the service (public)';
COMMENT ON COLUMN agency_service.description IS 'What is offered (public)';
COMMENT ON COLUMN agency_service.status IS 'HSDS 3 status: active, inactive, defunct, temporarily closed (public)';
COMMENT ON COLUMN agency_service.needs IS 'Codes of the needs it answers, such as counseling (public)';
COMMENT ON COLUMN agency_service.minimum_age IS 'Youngest age served, in years (public)';
COMMENT ON COLUMN agency_service.maximum_age IS 'Oldest age served, in years (public)';
COMMENT ON COLUMN agency_service.languages IS 'BCP 47 tags of the languages served (public)';
COMMENT ON COLUMN agency_service.capacity_available IS 'Places free now, as the agency said; HSDS 3.1 service_capacity.available (public)';
COMMENT ON COLUMN agency_service.version IS 'Counts the changes, for ETag (public)';
