package org.schoolcase.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;

/** Looks a key up and locks it for the running transaction, in one round trip. */
@ApplicationScoped
class KnownAnswers {

    private static final String LOOK = """
            SELECT l.mine, k.fingerprint, k.status, k.location, k.etag, CAST(k.body AS text) AS body
              FROM (SELECT pg_try_advisory_xact_lock(hashtextextended(
                       concat_ws(chr(10), coalesce(current_agency(), current_district()), :caller, :operation, :key), 0)) AS mine) l
              LEFT JOIN idempotency_key k ON k.tenant_id = coalesce(current_agency(), current_district())
                   AND k.caller = :caller AND k.operation = :operation AND k.key = :key
            """;

    @SuppressWarnings("ArrayRecordComponent") // compared by the caller with a constant-time comparison
    record Known(
            byte[] fingerprint,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    private final EntityManager entityManager;

    KnownAnswers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @SuppressWarnings("unchecked") // the query names a Tuple
    Optional<Known> lock(String caller, String operation, String key) {
        List<Tuple> rows = entityManager
                .createNativeQuery(LOOK, Tuple.class)
                .setParameter("caller", caller)
                .setParameter("operation", operation)
                .setParameter("key", key)
                .getResultList();
        var row = rows.getFirst();
        if (row.get("fingerprint") != null) {
            return Optional.of(new Known(
                    row.get("fingerprint", byte[].class),
                    ((Number) row.get("status")).intValue(),
                    row.get("location", String.class),
                    row.get("etag", String.class),
                    row.get("body", String.class)));
        }
        if (!Boolean.TRUE.equals(row.get("mine", Boolean.class))) {
            throw ProblemException.conflict("idempotency.in-progress", "The same request is being answered now.")
                    .with("retryAfter", 1);
        }
        return Optional.empty();
    }
}
