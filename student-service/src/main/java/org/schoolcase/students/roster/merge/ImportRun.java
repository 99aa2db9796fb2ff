package org.schoolcase.students.roster.merge;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.roster.oneroster.Limits;
import org.schoolcase.students.roster.oneroster.RosterFile;
import org.schoolcase.students.roster.oneroster.RosterPackage;

/** Works one import off, from wherever an earlier try came to. */
public final class ImportRun {

    /** Told after every transaction of the run. */
    public interface Checkpoint {

        /** Everything up to this line of this file is stored. */
        void reached(String file, long line);

        /** Whether nobody else asks the service for anything now, so that the run may take the whole machine. */
        boolean isQuiet();
    }

    /** How a run came to its end. */
    public enum Outcome {
        DONE,
        AWAITING_CONFIRMATION,
        CANCELLED
    }

    /**
     * What was asked of an import.
     *
     * @param dryRun only tells what would change
     * @param strict quirks of real exports keep their row out
     * @param safetyPercent share of a file's active records that may end without being asked about
     * @param safetyPassed asked already, or found harmless by an earlier try
     * @param chunkRows most rows of one transaction
     * @param traceparent trace of the request, for the events
     */
    public record Options(
            boolean dryRun,
            boolean strict,
            int safetyPercent,
            boolean safetyPassed,
            int chunkRows,
            @Nullable String traceparent) {}

    /** The import was cancelled while it ran. */
    private static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Stops a cancelled run after the transaction. */
    private final class OrCancelled implements Checkpoint {

        @Override
        public void reached(String file, long line) {
            checkpoint.reached(file, line);
            stopIfCancelled();
        }

        @Override
        public boolean isQuiet() {
            return checkpoint.isQuiet();
        }
    }

    private static final String FINISHED = "SELECT file FROM roster_import_file WHERE import_id = ? AND finished";
    private static final String CANCELLED =
            "SELECT CASE WHEN cancel_requested_at IS NULL THEN 0 ELSE 1 END FROM roster_import WHERE id = ?";

    private final DistrictSession session;
    private final UUID districtId;
    private final UUID importId;
    private final Options options;
    private final Checkpoint checkpoint;

    public ImportRun(DistrictSession session, UUID districtId, UUID importId, Options options, Checkpoint checkpoint) {
        this.session = session;
        this.districtId = districtId;
        this.importId = importId;
        this.options = options;
        this.checkpoint = checkpoint;
    }

    /**
     * Merges every file of the package that is not merged yet, and carries what changed into the suite's own records;
     * what was merged before a cancellation is carried over, too.
     */
    public Outcome run(Path zip, Limits limits) throws SQLException {
        var outcome = Outcome.DONE;
        session.merging();
        try (var pack = RosterPackage.open(zip, limits)) {
            outcome = merge(pack);
        } catch (Cancelled e) {
            outcome = Outcome.CANCELLED;
        }
        if (outcome != Outcome.AWAITING_CONFIRMATION && !options.dryRun()) {
            session.carryingOver();
            new RosterProjection(session, checkpoint, options.traceparent()).carryOver();
        }
        return outcome;
    }

    private Outcome merge(RosterPackage pack) throws SQLException {
        stopIfCancelled();
        if (options.dryRun()) {
            new DryRun(session, importId).beginAgain();
        } else if (!options.safetyPassed() && !safetyStop(pack).passes(pack)) {
            return Outcome.AWAITING_CONFIRMATION;
        }
        var finished = finished();
        var context = context(pack, finished);
        for (var file : RosterFile.values()) {
            if (!finished.contains(file.fileName())
                    && pack.manifest().mode(file).isPresent()) {
                var progress = Progress.of(session, importId, file.fileName());
                new FileMerge(context, file, pack.manifest().mode(file).get(), progress).run(pack);
            }
        }
        new IgnoredFiles(context).check(pack, finished);
        return Outcome.DONE;
    }

    private SafetyStop safetyStop(RosterPackage pack) {
        return new SafetyStop(
                session,
                importId,
                options,
                pack.manifest(),
                new RowIds(districtId),
                new Breaks(checkpoint::isQuiet),
                this::stopIfCancelled);
    }

    private ImportContext context(RosterPackage pack, Set<String> finished) throws SQLException {
        var merged = new HashSet<RosterFile>();
        for (var file : RosterFile.values()) {
            if (finished.contains(file.fileName())) {
                merged.add(file);
            }
        }
        return new ImportContext(
                session,
                importId,
                options,
                pack.manifest(),
                new RowIds(districtId),
                new Targets(session, pack.manifest(), merged),
                new TouchedUsers(session),
                new ChunkSize(options.chunkRows(), checkpoint::isQuiet),
                new Breaks(checkpoint::isQuiet),
                new OrCancelled());
    }

    private void stopIfCancelled() {
        try {
            if (session.number(CANCELLED, importId) == 1) {
                throw new Cancelled();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("SQL state " + e.getSQLState(), e);
        }
    }

    private Set<String> finished() throws SQLException {
        var files = new HashSet<String>();
        session.query(FINISHED, row -> files.add(row.getString(1)), importId);
        return files;
    }
}
