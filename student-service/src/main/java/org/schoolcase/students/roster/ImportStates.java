package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import org.schoolcase.students.roster.RosterImportView.State;
import org.schoolcase.students.roster.merge.ImportRun;

/** Moves imports from state to state; each move is one statement that looks at the state it comes from. */
@ApplicationScoped
class ImportStates {

    private final EntityManager entityManager;

    ImportStates(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Begins an import, if it waits; counts the attempt, and puts the next one off. */
    boolean begin(UUID id, Instant now, int attemptsAllowed) {
        return entityManager
                        .createNativeQuery("""
                                UPDATE roster_import
                                   SET state = 'RUNNING', started_at = coalesce(started_at, :now), attempts = attempts + 1,
                                       next_attempt_at = CAST(:now AS timestamptz) + (attempts + 1) * interval '5 seconds'
                                 WHERE id = :id AND state IN ('QUEUED', 'RUNNING') AND next_attempt_at <= :now
                                   AND attempts < :allowed
                                """)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .setParameter("allowed", attemptsAllowed)
                        .executeUpdate()
                == 1;
    }

    boolean isExhausted(UUID id, int attemptsAllowed) {
        return !entityManager
                .createNativeQuery("SELECT 1 FROM roster_import WHERE id = :id AND attempts >= :allowed"
                        + " AND state IN ('QUEUED', 'RUNNING')")
                .setParameter("id", id)
                .setParameter("allowed", attemptsAllowed)
                .getResultList()
                .isEmpty();
    }

    /** State that an import without failure ends in. */
    State outcome(UUID id) {
        return one("SELECT 1 FROM roster_import_file WHERE import_id = :id AND errors > 0", id)
                ? State.COMPLETED_WITH_ERRORS
                : State.COMPLETED;
    }

    boolean isDryRun(UUID id) {
        return one("SELECT 1 FROM roster_import WHERE id = :id AND dry_run", id);
    }

    private boolean one(String sql, UUID id) {
        return !entityManager
                .createNativeQuery(sql)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    /** What was asked of an import. */
    ImportRun.Options options(UUID id, int chunkRows) {
        var row = (Tuple) entityManager
                .createNativeQuery(
                        "SELECT dry_run, strict, safety_percent, safety_passed_at, traceparent FROM roster_import"
                                + " WHERE id = :id",
                        Tuple.class)
                .setParameter("id", id)
                .getSingleResult();
        return new ImportRun.Options(
                row.get("dry_run", Boolean.class),
                row.get("strict", Boolean.class),
                row.get("safety_percent", Integer.class),
                row.get("safety_passed_at") != null,
                chunkRows,
                row.get("traceparent", String.class));
    }

    /** It would end too much, and waits so long for a decision. */
    void await(UUID id, Instant until) {
        entityManager
                .createNativeQuery("UPDATE roster_import SET state = 'AWAITING_CONFIRMATION', awaiting_until = :until"
                        + " WHERE id = :id AND state = 'RUNNING'")
                .setParameter("id", id)
                .setParameter("until", until)
                .executeUpdate();
    }

    /** Takes an import that waited in vain, so that nobody else decides it; false when it does not wait any more. */
    boolean takeOverdue(UUID id, Instant now) {
        return !entityManager
                .createNativeQuery("SELECT 1 FROM roster_import WHERE id = :id AND state = 'AWAITING_CONFIRMATION'"
                        + " AND awaiting_until <= :now FOR UPDATE")
                .setParameter("id", id)
                .setParameter("now", now)
                .getResultList()
                .isEmpty();
    }

    /** Lets an import that waits for it go on; false when it does not wait. */
    boolean confirm(UUID id, String actor, Instant now) {
        return entityManager
                        .createNativeQuery("""
                                UPDATE roster_import
                                   SET state = 'QUEUED', confirmed_by = :actor, confirmed_at = :now, safety_passed_at = :now,
                                       attempts = 0, next_attempt_at = :now
                                 WHERE id = :id AND state = 'AWAITING_CONFIRMATION'
                                """)
                        .setParameter("id", id)
                        .setParameter("actor", actor)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Notes that an import is called off; false when it has ended. */
    boolean requestCancellation(UUID id, String actor, Instant now) {
        return entityManager
                        .createNativeQuery("""
                                UPDATE roster_import
                                   SET cancel_requested_by = :actor, cancel_requested_at = :now, next_attempt_at = :now
                                 WHERE id = :id AND state IN ('QUEUED', 'RUNNING', 'AWAITING_CONFIRMATION')
                                """)
                        .setParameter("id", id)
                        .setParameter("actor", actor)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** True when nobody works on it: it waits for its turn or for a decision. */
    boolean isIdle(UUID id) {
        return one("SELECT 1 FROM roster_import WHERE id = :id AND state IN ('QUEUED', 'AWAITING_CONFIRMATION')", id);
    }

    void finish(UUID id, State state, Instant now, String failureCode) {
        entityManager
                .createNativeQuery("""
                        UPDATE roster_import SET state = :state, finished_at = :now, failure_code = nullif(:code, '')
                         WHERE id = :id
                        """)
                .setParameter("id", id)
                .setParameter("state", state.name())
                .setParameter("now", now)
                .setParameter("code", failureCode)
                .executeUpdate();
    }
}
