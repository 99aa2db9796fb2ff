package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.UUID;
import org.schoolcase.students.roster.oneroster.RosterFile;

/** Finds what a bulk file no longer has, once it has been read; what its bad rows meant stays as it was. */
final class Absent {

    private final ImportContext context;
    private final RosterFile file;
    private final ChunkReader reader;
    private final IdSet absent = new IdSet();

    Absent(ImportContext context, RosterFile file, ChunkReader reader) {
        this.context = context;
        this.file = file;
        this.reader = reader;
    }

    /** The active records to end. Tells the targets what is stored but no longer held. */
    IdSet find() throws SQLException {
        boolean isTarget = Targets.isTarget(file);
        context.session().stream(new MergeSql(file).stored(!isTarget), row -> {
            context.breaks().take();
            var id = row.getObject(1, UUID.class);
            boolean active = row.getBoolean(2);
            if (isTarget) {
                settle(id, active);
            }
            if (active && !reader.hasSeen(id) && !ofKeptOutUser(row.getObject(3, UUID.class))) {
                absent.add(id);
            }
        });
        return absent;
    }

    private void settle(UUID id, boolean active) {
        if (!context.targets().holds(file, id)) {
            if (active && reader.keptOut(id)) {
                context.targets().hold(file, id, context.targets().isDistrict(id));
            } else {
                context.targets().release(file, id);
            }
        }
    }

    private boolean ofKeptOutUser(@org.jspecify.annotations.Nullable UUID user) {
        return user != null && reader.keptOutUser(user);
    }
}
