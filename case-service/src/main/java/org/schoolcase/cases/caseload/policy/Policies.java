package org.schoolcase.cases.caseload.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores and reads the district's policy. */
@ApplicationScoped
public class Policies {

    private static final String FIND = "SELECT policy, written_at, version FROM caseload_policy";

    private static final String STORE = """
            INSERT INTO caseload_policy (policy, written_at, version) VALUES (CAST(? AS jsonb), ?, 1)
            ON CONFLICT (district_id) DO UPDATE SET
                policy = excluded.policy, written_at = excluded.written_at, version = caseload_policy.version + 1
            """;

    private final Rows rows;
    private final ObjectMapper json;

    Policies(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** The policy that holds now. */
    public CaseloadPolicy policy() {
        return view().policy();
    }

    /** The policy as JSON, for the database to weigh with. */
    public String text(CaseloadPolicy policy) {
        try {
            return json.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A policy that was read cannot be written", e);
        }
    }

    PolicyView view() {
        return read(FIND);
    }

    /** For a change; two first ones at once wait for each other by the district's lock. */
    PolicyView toChange() {
        rows.list(
                Query.of("SELECT pg_advisory_xact_lock(hashtext('caseload-policy' || current_district()))"), _ -> true);
        return read(FIND + " FOR UPDATE");
    }

    void store(CaseloadPolicy policy, Instant now) {
        rows.write(STORE, text(policy), now.atOffset(ZoneOffset.UTC));
    }

    private PolicyView read(String sql) {
        return rows.first(Query.of(sql), this::view).orElseGet(() -> new PolicyView(CaseloadPolicy.NONE, null, 0));
    }

    private PolicyView view(ResultSet row) throws SQLException {
        try {
            return new PolicyView(
                    json.readValue(row.getString("policy"), CaseloadPolicy.class),
                    row.getObject("written_at", OffsetDateTime.class).toInstant(),
                    row.getLong("version"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored policy cannot be read", e);
        }
    }
}
