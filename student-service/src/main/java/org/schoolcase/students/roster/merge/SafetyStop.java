package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.roster.oneroster.Finding;
import org.schoolcase.students.roster.oneroster.Manifest;
import org.schoolcase.students.roster.oneroster.Mode;
import org.schoolcase.students.roster.oneroster.RosterFile;
import org.schoolcase.students.roster.oneroster.RosterPackage;
import org.schoolcase.students.roster.oneroster.RosterRow;

/**
 * Looks, before anything is merged, at how many active records each bulk file would end: an export that was cut short
 * must not end half a district. The numbers are kept for whoever has to decide.
 */
final class SafetyStop {

    private static final String NUMBERS =
            "UPDATE roster_import_file SET active_before = ?, would_end = ? WHERE import_id = ? AND file = ?";
    private static final String PASSED = "UPDATE roster_import SET safety_passed_at = now() WHERE id = ?";

    private final DistrictSession session;
    private final UUID importId;
    private final ImportRun.Options options;
    private final Manifest manifest;
    private final RowIds ids;
    private final Breaks breaks;
    private final Runnable betweenFiles;

    SafetyStop(
            DistrictSession session,
            UUID importId,
            ImportRun.Options options,
            Manifest manifest,
            RowIds ids,
            Breaks breaks,
            Runnable betweenFiles) {
        this.session = session;
        this.importId = importId;
        this.options = options;
        this.manifest = manifest;
        this.ids = ids;
        this.breaks = breaks;
        this.betweenFiles = betweenFiles;
    }

    /** True when no file would end more than its share. */
    boolean passes(RosterPackage pack) throws SQLException {
        boolean passes = true;
        for (var file : RosterFile.values()) {
            if (manifest.mode(file).filter(Mode.BULK::equals).isPresent()) {
                passes &= passes(pack, file);
                betweenFiles.run();
            }
        }
        if (passes) {
            session.update(PASSED, importId);
        }
        return passes;
    }

    private boolean passes(RosterPackage pack, RosterFile file) throws SQLException {
        var sql = new MergeSql(file);
        if (session.number(sql.isEmpty()) == 1) {
            return true;
        }
        var kept =
                new Kept(file, Progress.of(session, importId, file.fileName()).expected());
        pack.read(file, options.strict(), kept);
        var numbers = new long[2];
        session.stream(sql.stored(true), row -> {
            breaks.take();
            numbers[0]++;
            numbers[1] += kept.keeps(row.getObject(1, UUID.class), row.getObject(3, UUID.class)) ? 0 : 1;
        });
        session.update(NUMBERS, numbers[0], numbers[1], importId, file.fileName());
        return numbers[1] * 100 <= numbers[0] * options.safetyPercent();
    }

    /** Ids that a file keeps: those of bad rows, too, since a bad row ends nothing. */
    private final class Kept implements RosterPackage.Sink {

        private final RosterFile file;
        private final boolean derived;
        private final IdSet kept;
        private final Set<UUID> usersKeptOut = new HashSet<>();

        Kept(RosterFile file, long expected) {
            this.file = file;
            this.derived = manifest.source(file) != file;
            this.kept = new IdSet(expected);
        }

        boolean keeps(UUID id, @Nullable UUID user) {
            return kept.contains(id) || (user != null && usersKeptOut.contains(user));
        }

        @Override
        public void row(RosterRow row) {
            breaks.take();
            if (!row.toBeDeleted()) {
                kept.add(ids.fresh(file.idKind(), row.sourcedId()));
            }
        }

        @Override
        public void rejected(long line, @Nullable String sourcedId) {
            if (sourcedId != null && derived) {
                usersKeptOut.add(ids.fresh(RosterFile.USERS.idKind(), sourcedId));
            } else if (sourcedId != null) {
                kept.add(ids.fresh(file.idKind(), sourcedId));
            }
        }

        @Override
        public void found(Finding finding) {
            // Told while merging.
        }
    }
}
