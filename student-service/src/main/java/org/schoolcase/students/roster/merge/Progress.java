package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.UUID;

/**
 * How far an earlier try came with a file.
 *
 * @param line last line that is merged
 * @param errors errors told so far
 * @param expected rows that the file has
 */
record Progress(long line, long errors, long expected) {

    private static final String READ =
            "SELECT line_done, errors, expected FROM roster_import_file WHERE import_id = ? AND file = ?";

    static Progress of(DistrictSession session, UUID importId, String file) throws SQLException {
        var found = new Progress[] {new Progress(0, 0, 0)};
        session.query(
                READ, row -> found[0] = new Progress(row.getLong(1), row.getLong(2), row.getLong(3)), importId, file);
        return found[0];
    }
}
