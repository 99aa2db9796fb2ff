package org.schoolcase.kit.idempotency;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;

/** Looks a key up and locks it for the running transaction, in one round trip. */
@ApplicationScoped
class KnownAnswers {

    private static final String LOOK = """
            SELECT l.mine, k.fingerprint, k.status, k.location, k.etag, CAST(k.body AS text) AS body
              FROM (SELECT coalesce(current_agency(), current_district()) AS tenant, ? AS caller, ? AS operation, ? AS key) q
             CROSS JOIN LATERAL (SELECT pg_try_advisory_xact_lock(hashtextextended(
                       concat_ws(chr(10), q.tenant, q.caller, q.operation, q.key), 0)) AS mine) l
              LEFT JOIN idempotency_key k ON k.tenant_id = q.tenant
                   AND k.caller = q.caller AND k.operation = q.operation AND k.key = q.key
            """;

    @SuppressWarnings("ArrayRecordComponent") // compared by the caller with a constant-time comparison
    record Known(
            byte[] fingerprint,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    private final AgroalDataSource database;

    KnownAnswers(AgroalDataSource database) {
        this.database = database;
    }

    Optional<Known> lock(String caller, String operation, String key) {
        try (var connection = database.getConnection();
                var look = connection.prepareStatement(LOOK)) {
            look.setString(1, caller);
            look.setString(2, operation);
            look.setString(3, key);
            try (var row = look.executeQuery()) {
                row.next();
                return known(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The first answers could not be read", e);
        }
    }

    private static Optional<Known> known(ResultSet row) throws SQLException {
        var fingerprint = row.getBytes("fingerprint");
        if (fingerprint != null) {
            return Optional.of(new Known(
                    fingerprint,
                    row.getInt("status"),
                    row.getString("location"),
                    row.getString("etag"),
                    row.getString("body")));
        }
        if (!row.getBoolean("mine")) {
            throw ProblemException.conflict("idempotency.in-progress", "The same request is being answered now.")
                    .with("retryAfter", 1);
        }
        return Optional.empty();
    }
}
