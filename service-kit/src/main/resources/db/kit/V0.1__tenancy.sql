-- The tenant of a transaction, and the procedures with which every table is closed to the others.

CREATE FUNCTION current_district() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.district', true), '')::uuid;
COMMENT ON FUNCTION current_district() IS 'District of this transaction; null when none is set, so that nothing is seen.';

CREATE FUNCTION current_agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.agency', true), '')::uuid;
COMMENT ON FUNCTION current_agency() IS 'Agency of this transaction; null for requests of a district.';

CREATE PROCEDURE protect(target text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY district ON %I USING (district_id = current_district())
                    WITH CHECK (district_id = current_district())', target);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ${app_role}', target);
END $$;
COMMENT ON PROCEDURE protect(text) IS 'Closes a table to every district but the one of the transaction.';

CREATE PROCEDURE protect_for_agency(target text, agency_column text) LANGUAGE plpgsql AS $$
BEGIN
    CALL protect(target);
    EXECUTE format('CREATE POLICY agency_reads ON %I FOR SELECT USING (%I = current_agency())', target, agency_column);
    EXECUTE format('CREATE POLICY agency_answers ON %I FOR UPDATE USING (%I = current_agency())
                    WITH CHECK (%I = current_agency())', target, agency_column, agency_column);
END $$;
COMMENT ON PROCEDURE protect_for_agency(text, text) IS 'As protect, and opens the rows addressed to the agency of the transaction.';

CREATE PROCEDURE open_to_relay(target text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE POLICY relay ON %I TO ${relay_role} USING (true) WITH CHECK (true)', target);
    EXECUTE format('GRANT SELECT, UPDATE ON %I TO ${relay_role}', target);
END $$;
COMMENT ON PROCEDURE open_to_relay(text) IS 'Lets the schedulers'' role work on a table across districts.';

CREATE TABLE district (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    jurisdiction text NOT NULL,
    time_zone    text NOT NULL,
    languages    text[] NOT NULL,
    issuer       text NOT NULL UNIQUE,
    active       boolean NOT NULL,
    version      bigint NOT NULL
);
COMMENT ON TABLE district IS 'The tenants. Of no district itself, so without row-level security; holds nothing of a person. (internal)';
COMMENT ON COLUMN district.id IS 'Id of the district in the whole suite. (internal)';
COMMENT ON COLUMN district.name IS 'Name of the district. (public)';
COMMENT ON COLUMN district.jurisdiction IS 'ISO 3166-2 code of the state whose law applies. (public)';
COMMENT ON COLUMN district.time_zone IS 'IANA zone in which dates of law are read. (public)';
COMMENT ON COLUMN district.languages IS 'BCP 47 tags in order of preference. (public)';
COMMENT ON COLUMN district.issuer IS 'The one OIDC issuer whose tokens are of this district. (internal)';
COMMENT ON COLUMN district.active IS 'False once the district has left. (internal)';
COMMENT ON COLUMN district.version IS 'Grows with each change; older state messages are ignored. (internal)';
GRANT SELECT, INSERT, UPDATE ON district TO ${app_role};
GRANT SELECT ON district TO ${relay_role};

CREATE TABLE issuer_key (
    issuer     text NOT NULL,
    kid        text NOT NULL,
    public_key text NOT NULL,
    fetched_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, kid)
);
COMMENT ON TABLE issuer_key IS 'Signature keys of the issuers as last fetched, so that tokens are verified while the provider is away. (internal)';
COMMENT ON COLUMN issuer_key.issuer IS 'OIDC issuer. (internal)';
COMMENT ON COLUMN issuer_key.kid IS 'Key id of the JSON web key. (internal)';
COMMENT ON COLUMN issuer_key.public_key IS 'X.509 public key, base64. (public)';
COMMENT ON COLUMN issuer_key.fetched_at IS 'When the issuer last showed this key. (internal)';
GRANT SELECT, INSERT, UPDATE, DELETE ON issuer_key TO ${relay_role};
