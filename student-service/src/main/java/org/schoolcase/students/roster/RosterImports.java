package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.students.roster.RosterImportView.FileMode;
import org.schoolcase.students.roster.RosterImportView.FileView;
import org.schoolcase.students.roster.RosterImportView.State;
import org.schoolcase.students.roster.oneroster.RosterFile;
import org.schoolcase.students.roster.oneroster.Version;

/** The imports of the district, how far they are, and what they found. */
@ApplicationScoped
class RosterImports {

    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entityManager;

    RosterImports(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void queue(ReceivedPackage pack, String actor, Instant now) {
        entityManager
                .createNativeQuery("""
                        INSERT INTO roster_import (id, state, oneroster_version, package_bytes, package_sha256,
                                                   requested_by, created_at, next_attempt_at)
                        VALUES (:id, 'QUEUED', :version, :bytes, :sha, :actor, :now, :now)
                        """)
                .setParameter("id", pack.importId())
                .setParameter("version", pack.manifest().version() == Version.V1_1 ? "1.1" : "1.2")
                .setParameter("bytes", pack.bytes())
                .setParameter("sha", HexFormat.of().parseHex(pack.sha256()))
                .setParameter("actor", actor)
                .setParameter("now", now)
                .executeUpdate();
        for (var file : RosterFile.values()) {
            pack.manifest()
                    .mode(file)
                    .ifPresent(mode -> addFile(pack, file.fileName(), FileMode.valueOf(mode.name()), 0));
        }
        pack.ignored().forEach((name, rows) -> addIgnored(pack, name, rows));
    }

    private void addFile(ReceivedPackage pack, String file, FileMode mode, long rows) {
        entityManager
                .createNativeQuery("""
                        INSERT INTO roster_import_file (import_id, file, mode, read, finished, warnings)
                        VALUES (:importId, :file, :mode, :rows, :ignored, :warnings)
                        """)
                .setParameter("importId", pack.importId())
                .setParameter("file", file)
                .setParameter("mode", mode.name())
                .setParameter("rows", rows)
                .setParameter("ignored", mode == FileMode.IGNORED)
                .setParameter("warnings", mode == FileMode.IGNORED ? 1 : 0)
                .executeUpdate();
    }

    private void addIgnored(ReceivedPackage pack, String file, long rows) {
        addFile(pack, file, FileMode.IGNORED, rows);
        entityManager
                .createNativeQuery("""
                        INSERT INTO roster_import_finding (import_id, severity, code, file, line)
                        VALUES (:importId, 'WARNING', 'package.file_ignored', :file, 1)
                        """)
                .setParameter("importId", pack.importId())
                .setParameter("file", file + ".csv")
                .executeUpdate();
    }

    Optional<RosterImportView> find(UUID id) {
        return views("id = :key", id, 1).stream().findFirst();
    }

    /** The latest first. */
    List<RosterImportView> before(Optional<UUID> last, int limit) {
        return views("id < :key", last.orElse(LAST), limit);
    }

    @SuppressWarnings("unchecked") // the query names a Tuple
    private List<RosterImportView> views(String condition, UUID key, int limit) {
        List<Tuple> rows = entityManager
                .createNativeQuery(
                        "SELECT id, state, oneroster_version, created_at, started_at, finished_at, failure_code"
                                + " FROM roster_import WHERE " + condition + " ORDER BY id DESC",
                        Tuple.class)
                .setParameter("key", key)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(this::view).toList();
    }

    private RosterImportView view(Tuple row) {
        var id = row.get("id", UUID.class);
        var files = files(id);
        return new RosterImportView(
                id,
                State.valueOf(row.get("state", String.class)),
                row.get("oneroster_version", String.class),
                row.get("created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("finished_at", Instant.class),
                files.stream().map(RosterImports::fileView).toList(),
                files.stream().mapToLong(file -> number(file, "warnings")).sum(),
                files.stream().mapToLong(file -> number(file, "errors")).sum(),
                row.get("failure_code", String.class));
    }

    @SuppressWarnings("unchecked") // the query names a Tuple
    private List<Tuple> files(UUID importId) {
        return entityManager
                .createNativeQuery(
                        "SELECT file, mode, read, added, changed, ended, unchanged, rejected, warnings, errors"
                                + " FROM roster_import_file WHERE import_id = :id ORDER BY file",
                        Tuple.class)
                .setParameter("id", importId)
                .getResultList();
    }

    private static FileView fileView(Tuple row) {
        return new FileView(
                row.get("file", String.class),
                FileMode.valueOf(row.get("mode", String.class)),
                number(row, "read"),
                number(row, "added"),
                number(row, "changed"),
                number(row, "ended"),
                number(row, "unchanged"),
                number(row, "rejected"));
    }

    @SuppressWarnings("unchecked") // the query names a Tuple
    List<FindingView> findings(UUID importId, Optional<UUID> last, int limit) {
        List<Tuple> rows = entityManager
                .createNativeQuery(
                        "SELECT id, severity, code, file, line, column_name, value_class, occurrences"
                                + " FROM roster_import_finding WHERE import_id = :importId AND id > :last ORDER BY id",
                        Tuple.class)
                .setParameter("importId", importId)
                .setParameter("last", last.orElse(FIRST))
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(RosterImports::finding).toList();
    }

    private static FindingView finding(Tuple row) {
        var column = row.get("column_name", String.class);
        return new FindingView(
                row.get("id", UUID.class),
                FindingView.Severity.valueOf(row.get("severity", String.class)),
                row.get("code", String.class),
                row.get("file", String.class),
                number(row, "line"),
                column.isEmpty() ? null : column,
                row.get("value_class", String.class),
                number(row, "occurrences"));
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
        return files(id).stream().anyMatch(file -> number(file, "errors") > 0)
                ? State.COMPLETED_WITH_ERRORS
                : State.COMPLETED;
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

    private static long number(Tuple row, String name) {
        return ((Number) row.get(name)).longValue();
    }
}
