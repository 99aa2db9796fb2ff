package org.schoolcase.students.pull;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.pull.RosterSource.ClientAuthentication;

/** The sources of the district. */
@ApplicationScoped
class RosterSources {

    private static final String SELECT = """
            SELECT id, base_url, token_url, client_id, client_authentication, array_to_string(scopes, ' ') AS scopes,
                   interval_minutes, active, version, next_run_at
              FROM roster_source
            """;

    private final Rows rows;

    RosterSources(Rows rows) {
        this.rows = rows;
    }

    Optional<RosterSource> find(UUID id) {
        return rows.first(Query.of(SELECT + " WHERE id = ?", id), RosterSources::source);
    }

    List<RosterSource> all() {
        return rows.list(Query.of(SELECT + " ORDER BY id LIMIT 100"), RosterSources::source);
    }

    byte[] secret(UUID id) {
        return rows.first(Query.of("SELECT client_secret FROM roster_source WHERE id = ?", id), row -> row.getBytes(1))
                .orElseThrow();
    }

    void add(RosterSource source, byte[] secret) {
        rows.write(
                """
                INSERT INTO roster_source (id, base_url, token_url, client_id, client_secret, client_authentication,
                                           scopes, interval_minutes, active, version, next_run_at)
                VALUES (?, ?, ?, ?, ?, ?, string_to_array(?, ' '), CAST(? AS integer), ?, 0, CAST(? AS timestamptz))
                """,
                source.id(),
                source.baseUrl().toString(),
                source.tokenUrl().toString(),
                source.clientId(),
                secret,
                source.clientAuthentication().name(),
                String.join(" ", source.scopes()),
                source.intervalMinutes(),
                source.active(),
                time(source.nextRunAt()));
    }

    /** Changes a source; false when another change came first. A secret of null stays. */
    boolean change(RosterSource source, byte @Nullable [] secret) {
        return rows.write(
                        """
                        UPDATE roster_source
                           SET base_url = ?, token_url = ?, client_id = ?, client_authentication = ?,
                               client_secret = coalesce(CAST(? AS bytea), client_secret),
                               scopes = string_to_array(?, ' '), interval_minutes = CAST(? AS integer), active = ?,
                               next_run_at = CAST(? AS timestamptz), version = version + 1
                         WHERE id = ? AND version = ?
                        """,
                        source.baseUrl().toString(),
                        source.tokenUrl().toString(),
                        source.clientId(),
                        source.clientAuthentication().name(),
                        secret,
                        String.join(" ", source.scopes()),
                        source.intervalMinutes(),
                        source.active(),
                        time(source.nextRunAt()),
                        source.id(),
                        source.version())
                == 1;
    }

    /** Puts the schedule's next run off; false when another replica has just done so. */
    boolean putOff(UUID id, Instant now) {
        return rows.write("""
                        UPDATE roster_source
                           SET next_run_at = CAST(? AS timestamptz) + interval_minutes * interval '1 minute'
                         WHERE id = ? AND active AND next_run_at <= ?
                        """, time(now), id, time(now)) == 1;
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static RosterSource source(ResultSet row) throws SQLException {
        return new RosterSource(
                row.getObject("id", UUID.class),
                URI.create(row.getString("base_url")),
                URI.create(row.getString("token_url")),
                row.getString("client_id"),
                ClientAuthentication.valueOf(row.getString("client_authentication")),
                List.of(row.getString("scopes").split(" ", -1)),
                row.getObject("interval_minutes", Integer.class),
                row.getBoolean("active"),
                row.getLong("version"),
                instant(row, "next_run_at"));
    }
}
