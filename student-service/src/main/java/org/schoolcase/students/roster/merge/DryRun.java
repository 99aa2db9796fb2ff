package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.UUID;

/** A dry run leaves nothing to go on from, so that after a crash its counts and findings begin again. */
final class DryRun {

    private static final String FINDINGS =
            "DELETE FROM roster_import_finding WHERE import_id = ? AND code <> 'package.file_ignored'";
    private static final String COUNTS = """
            UPDATE roster_import_file SET line_done = 0, finished = false, added = 0, changed = 0, ended = 0, revived = 0,
                unchanged = 0, rejected = 0, errors = 0, read = CASE mode WHEN 'IGNORED' THEN read ELSE 0 END,
                warnings = CASE mode WHEN 'IGNORED' THEN 1 ELSE 0 END
             WHERE import_id = ?
            """;

    private final DistrictSession session;
    private final UUID importId;

    DryRun(DistrictSession session, UUID importId) {
        this.session = session;
        this.importId = importId;
    }

    void beginAgain() throws SQLException {
        session.inTransaction(() -> {
            session.update(FINDINGS, importId);
            session.update(COUNTS, importId);
        });
    }
}
