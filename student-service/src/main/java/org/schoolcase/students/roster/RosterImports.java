package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
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

    /** One at a time goes on per district; dry runs apart, since they write nothing. */
    private static final String VIEW = """
            SELECT id, state, oneroster_version, created_at, started_at, finished_at, failure_code, dry_run, strict,
                   safety_percent, awaiting_until, coalesce(confirmed_at, started_at) AS reads_since,
                   CASE WHEN state = 'QUEUED' THEN (
                       SELECT b.id FROM roster_import b
                        WHERE b.state IN ('QUEUED', 'RUNNING', 'AWAITING_CONFIRMATION') AND b.dry_run = i.dry_run
                          AND b.id < i.id
                        ORDER BY b.id LIMIT 1) END AS waits_for
              FROM roster_import i WHERE\s""";

    private final EntityManager entityManager;
    private final Clock clock;

    RosterImports(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    void queue(ReceivedPackage pack, String actor, Instant now) {
        entityManager
                .createNativeQuery("""
                        INSERT INTO roster_import (id, state, oneroster_version, package_bytes, package_sha256,
                                                   requested_by, created_at, next_attempt_at, dry_run, strict,
                                                   safety_percent, traceparent)
                        VALUES (:id, 'QUEUED', :version, :bytes, :sha, :actor, :now, :now, :dryRun, :strict,
                                :percent, nullif(:trace, ''))
                        """)
                .setParameter("dryRun", pack.wish().dryRun())
                .setParameter("strict", pack.wish().strict())
                .setParameter("percent", pack.wish().safetyPercent())
                .setParameter("trace", TraceParent.current())
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
                    .ifPresent(mode -> addFile(pack, file.fileName(), FileMode.valueOf(mode.name()), rows(pack, file)));
        }
        pack.ignored().forEach((name, rows) -> addIgnored(pack, name, rows));
    }

    private static long rows(ReceivedPackage pack, RosterFile file) {
        return pack.rows().getOrDefault(pack.manifest().source(file).fileName(), 0L);
    }

    private void addFile(ReceivedPackage pack, String file, FileMode mode, long rows) {
        entityManager
                .createNativeQuery("""
                        INSERT INTO roster_import_file (import_id, file, mode, expected, read, warnings)
                        VALUES (:importId, :file, :mode, :rows, CASE WHEN :ignored THEN :rows ELSE 0 END,
                                CASE WHEN :ignored THEN 1 ELSE 0 END)
                        """)
                .setParameter("importId", pack.importId())
                .setParameter("file", file)
                .setParameter("mode", mode.name())
                .setParameter("rows", rows)
                .setParameter("ignored", mode == FileMode.IGNORED)
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
                .createNativeQuery(VIEW + condition + " ORDER BY id DESC", Tuple.class)
                .setParameter("key", key)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(this::view).toList();
    }

    private RosterImportView view(Tuple row) {
        var id = row.get("id", UUID.class);
        var files = files(id);
        var views = files.stream().map(RosterImports::fileView).toList();
        var state = State.valueOf(row.get("state", String.class));
        var view = new RosterImportView(
                id,
                state,
                row.get("oneroster_version", String.class),
                row.get("created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("finished_at", Instant.class),
                views,
                files.stream().mapToLong(file -> number(file, "warnings")).sum(),
                files.stream().mapToLong(file -> number(file, "errors")).sum(),
                row.get("dry_run", Boolean.class),
                row.get("strict", Boolean.class),
                row.get("safety_percent", Integer.class),
                state == State.AWAITING_CONFIRMATION ? wouldEnd(views) : null,
                state == State.CANCELLED ? written(views) : null,
                row.get("failure_code", String.class),
                state == State.AWAITING_CONFIRMATION ? row.get("awaiting_until", Instant.class) : null,
                row.get("waits_for", UUID.class),
                null);
        return view.startedAt() == null ? view : view.at(rate(view, row.get("reads_since", Instant.class)));
    }

    private long rate(RosterImportView view, Instant since) {
        var until = view.finishedAt() == null ? clock.instant() : view.finishedAt();
        var seconds = Math.max(0.001, Duration.between(since, until).toMillis() / 1e3);
        return Math.round(view.rowsRead() / seconds);
    }

    private static long wouldEnd(List<FileView> files) {
        return files.stream()
                .map(FileView::wouldEnd)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long written(List<FileView> files) {
        return files.stream().mapToLong(FileView::written).sum();
    }

    @SuppressWarnings("unchecked") // the query names a Tuple
    private List<Tuple> files(UUID importId) {
        return entityManager
                .createNativeQuery(
                        "SELECT file, mode, expected, read, added, changed, ended, revived, unchanged, rejected, warnings,"
                                + " errors, active_before, would_end"
                                + " FROM roster_import_file WHERE import_id = :id ORDER BY file",
                        Tuple.class)
                .setParameter("id", importId)
                .getResultList();
    }

    private static FileView fileView(Tuple row) {
        return new FileView(
                row.get("file", String.class),
                FileMode.valueOf(row.get("mode", String.class)),
                number(row, "expected"),
                number(row, "read"),
                number(row, "added"),
                number(row, "changed"),
                number(row, "ended"),
                number(row, "revived"),
                number(row, "unchanged"),
                number(row, "rejected"),
                row.get("active_before", Long.class),
                row.get("would_end", Long.class));
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

    private static long number(Tuple row, String name) {
        return ((Number) row.get(name)).longValue();
    }
}
