package org.schoolcase.kit.token;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Keeps the keys of the issuers in the database, so that a service verifies tokens even if it starts while the provider is away. */
@ApplicationScoped
class KeyStore {

    private static final String OF_ISSUER = "SELECT kid, public_key, fetched_at FROM issuer_key WHERE issuer = ?";
    private static final String WITHDRAWN = "DELETE FROM issuer_key WHERE issuer = ? AND NOT kid = ANY (?)";
    private static final String SHOWN = """
            INSERT INTO issuer_key (issuer, kid, public_key, fetched_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (issuer, kid) DO UPDATE SET public_key = excluded.public_key, fetched_at = excluded.fetched_at
            """;

    record Keys(Map<String, String> byKid, Instant fetchedAt) {
        static final Keys NONE = new Keys(Map.of(), Instant.EPOCH);
    }

    /** Not the requests' own source, whose connections ask for the caller, who is not known before this is read. */
    private final DataSource dataSource;

    KeyStore(@io.quarkus.agroal.DataSource("relay") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    Keys read(String issuer) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(OF_ISSUER)) {
            statement.setString(1, issuer);
            var keys = new HashMap<String, String>();
            var fetchedAt = Instant.EPOCH;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.put(rows.getString(1), rows.getString(2));
                    fetchedAt = rows.getObject(3, OffsetDateTime.class).toInstant();
                }
            }
            return new Keys(Map.copyOf(keys), fetchedAt);
        } catch (SQLException e) {
            throw new IllegalStateException("The issuers' keys could not be read", e);
        }
    }

    void write(String issuer, Keys keys) {
        try (var connection = dataSource.getConnection();
                var withdrawn = connection.prepareStatement(WITHDRAWN);
                var shown = connection.prepareStatement(SHOWN)) {
            withdrawn.setString(1, issuer);
            withdrawn.setArray(
                    2, connection.createArrayOf("text", keys.byKid().keySet().toArray()));
            withdrawn.executeUpdate();
            for (var key : keys.byKid().entrySet()) {
                shown.setString(1, issuer);
                shown.setString(2, key.getKey());
                shown.setString(3, key.getValue());
                shown.setObject(4, keys.fetchedAt().atOffset(ZoneOffset.UTC));
                shown.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The issuers' keys could not be kept", e);
        }
    }
}
