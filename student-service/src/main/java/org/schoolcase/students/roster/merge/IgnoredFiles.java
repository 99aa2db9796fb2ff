package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.students.roster.oneroster.Finding;
import org.schoolcase.students.roster.oneroster.IgnoredFile;
import org.schoolcase.students.roster.oneroster.Mode;
import org.schoolcase.students.roster.oneroster.RosterFile;
import org.schoolcase.students.roster.oneroster.RosterPackage;

/**
 * Checks what the bulk files that are not imported point to (gradebook, resources, profiles). A delta may point to
 * records that are kept nowhere here, so it is not looked at.
 */
final class IgnoredFiles {

    private static final String ID = "ignored";

    private final ImportContext context;
    private final Map<String, IdSet> ignored = new HashMap<>();

    IgnoredFiles(ImportContext context) {
        this.context = context;
    }

    void check(RosterPackage pack, Set<String> finished) throws SQLException {
        for (var file : RosterFile.values()) {
            if (Targets.isTarget(file) && !pack.ignored().isEmpty()) {
                context.targets().prepare(file);
            }
        }
        for (var file : pack.ignored()) {
            if (isBulk(file) && isPointedTo(file, pack.ignored())) {
                collect(pack, file);
            }
        }
        for (var file : pack.ignored()) {
            if (isBulk(file) && !finished.contains(file)) {
                check(pack, file);
            }
        }
    }

    /** Results are many, and only their own scales and objectives point to them. */
    private static boolean isPointedTo(String file, Set<String> ignored) {
        return file.equals("results")
                ? ignored.stream().anyMatch(other -> other.startsWith("result") && !other.equals(file))
                : IgnoredFile.isTarget(file);
    }

    private boolean isBulk(String file) {
        return context.manifest().files().get(file) == Mode.BULK;
    }

    private void collect(RosterPackage pack, String file) {
        var ids = new IdSet();
        pack.readReferences(file, new IgnoredFile.Sink() {
            @Override
            public void row(long line, String sourcedId) {
                ids.add(context.ids().fresh(ID, sourcedId));
            }

            @Override
            public void reference(long line, String column, String sourcedId) {
                // Looked at when all ids are known.
            }
        });
        ignored.put(file, ids);
    }

    private void check(RosterPackage pack, String file) throws SQLException {
        var report = new FileReport(context.session(), context.importId(), file, 0);
        pack.readReferences(file, new IgnoredFile.Sink() {
            @Override
            public void row(long line, String sourcedId) {
                // Its references come next.
            }

            @Override
            public void reference(long line, String column, String sourcedId) {
                if (!isThere(IgnoredFile.target(column).orElseThrow(), sourcedId)) {
                    report.found(Finding.fault(OptionalReferences.MISSING_RECORD, file + ".csv", line, column));
                }
            }
        });
        context.session().inTransaction(() -> {
            report.write(0);
            report.finish();
        });
        context.checkpoint().reached(file, 0);
    }

    /** What an import does not hold and cannot know counts as there. */
    private boolean isThere(String target, String sourcedId) {
        var rostered = RosterFile.find(target);
        if (rostered.isPresent()) {
            var file = rostered.get();
            return context.targets().holds(file, id(file.idKind(), sourcedId));
        }
        var ids = ignored.get(target);
        return ids == null || ids.contains(id(ID, sourcedId));
    }

    private UUID id(String kind, String sourcedId) {
        return context.ids().of(kind, sourcedId);
    }
}
