package org.schoolcase.students.roster.merge;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.students.roster.oneroster.Limits;
import org.schoolcase.students.roster.oneroster.RosterFile;
import org.schoolcase.students.roster.oneroster.RosterPackage;

/** Works one import off, from wherever an earlier try came to. */
public final class ImportRun {

    /** Told after every transaction of the run. */
    public interface Checkpoint {

        /** Everything up to this line of this file is stored. */
        void reached(String file, long line);
    }

    private static final String FINISHED = "SELECT file FROM roster_import_file WHERE import_id = ? AND finished";
    private static final String LINE = "SELECT line_done FROM roster_import_file WHERE import_id = ? AND file = ?";
    private static final String ERRORS = "SELECT errors FROM roster_import_file WHERE import_id = ? AND file = ?";

    private final DistrictSession session;
    private final UUID districtId;
    private final UUID importId;
    private final int chunkRows;
    private final Checkpoint checkpoint;

    public ImportRun(DistrictSession session, UUID districtId, UUID importId, int chunkRows, Checkpoint checkpoint) {
        this.session = session;
        this.districtId = districtId;
        this.importId = importId;
        this.chunkRows = chunkRows;
        this.checkpoint = checkpoint;
    }

    /** Merges every file of the package that is not merged yet, and carries what changed into the suite's own records. */
    public void run(Path zip, Limits limits) throws SQLException {
        try (var pack = RosterPackage.open(zip, limits)) {
            var context = new ImportContext(
                    session, importId, pack.manifest(), new RowIds(districtId), chunkRows, checkpoint);
            var finished = finished();
            for (var file : RosterFile.values()) {
                if (!finished.contains(file.fileName())) {
                    merge(context, pack, file);
                }
            }
        }
        new RosterProjection(session, checkpoint).carryOver();
    }

    private void merge(ImportContext context, RosterPackage pack, RosterFile file) throws SQLException {
        var mode = pack.manifest().mode(file);
        if (mode.isPresent()) {
            long line = session.number(LINE, importId, file.fileName());
            long errors = session.number(ERRORS, importId, file.fileName());
            new FileMerge(context, file, mode.get(), line, errors).run(pack);
        }
    }

    private Set<String> finished() throws SQLException {
        var files = new HashSet<String>();
        session.query(FINISHED, row -> files.add(row.getString(1)), importId);
        return files;
    }
}
