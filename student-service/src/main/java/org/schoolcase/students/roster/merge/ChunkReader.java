package org.schoolcase.students.roster.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.roster.oneroster.Column;
import org.schoolcase.students.roster.oneroster.Finding;
import org.schoolcase.students.roster.oneroster.Mode;
import org.schoolcase.students.roster.oneroster.RosterFile;
import org.schoolcase.students.roster.oneroster.RosterPackage;
import org.schoolcase.students.roster.oneroster.RosterRow;

/**
 * Makes chunks of the rows of one file: repeated ids and references into nothing are kept out here. Lines that an earlier
 * try has merged are only looked at, to know which ids have been seen.
 */
final class ChunkReader implements RosterPackage.Sink {

    private static final String DUPLICATE = "reference.duplicate_sourced_id";

    private final ImportContext context;
    private final RosterFile file;
    private final RosterFile source;
    private final String sourceName;
    private final Mode mode;
    private final long lineDone;
    private final boolean derived;
    private final List<Column> columns;
    private final OptionalReferences optional;
    private final IdSet seen;
    private final IdSet keptOut = new IdSet();
    private final Set<UUID> usersKeptOut = new HashSet<>();
    private final ChunkQueue queue;

    private List<CheckedRow> rows = new ArrayList<>();
    private List<Finding> findings = new ArrayList<>();
    private long line;
    private long read;
    private long rejected;

    ChunkReader(ImportContext context, RosterFile file, Mode mode, long lineDone, long expected, ChunkQueue queue) {
        this.context = context;
        this.file = file;
        this.source = context.manifest().source(file);
        this.sourceName = source.fileName() + ".csv";
        this.mode = mode;
        this.lineDone = lineDone;
        this.derived = source != file;
        this.columns = file.kept();
        this.optional = new OptionalReferences(context, file);
        this.seen = new IdSet(expected);
        this.queue = queue;
    }

    /** Reads the whole file and gives its chunks away. */
    void read(RosterPackage pack) {
        pack.read(file, context.options().strict(), this);
        flush();
    }

    @Override
    public void row(RosterRow row) {
        advance(row.line());
        read++;
        var id = context.ids().fresh(file.idKind(), row.sourcedId());
        if (!seen.add(id)) {
            rejected++;
            note(Finding.fault(DUPLICATE, sourceName, row.line(), "sourcedId"));
            return;
        }
        var named = derived ? nameAdministrator(row) : row;
        var references = references(named);
        var loose = loose(named, id, references);
        if (loose.isEmpty()) {
            optional.note(named.line(), references);
            keep(named, id, references, loose);
        } else if (mode == Mode.DELTA && named.toBeDeleted()) {
            keep(named, id, references, loose);
        } else {
            rejected++;
            keptOut.add(id);
            loose.forEach(this::note);
        }
    }

    private void keep(RosterRow row, UUID id, List<List<UUID>> references, List<Finding> loose) {
        if (Targets.isTarget(file) && !row.toBeDeleted()) {
            context.targets().hold(file, id, file == RosterFile.ORGS && "district".equals(cell(row, "type")));
        }
        if (row.line() > lineDone) {
            rows.add(new CheckedRow(row, id, context.ids().digest(row.content()), references, loose));
        }
    }

    @Override
    public void rejected(long rejectedLine, @Nullable String sourcedId) {
        if (derived) {
            if (sourcedId != null) {
                usersKeptOut.add(context.ids().fresh(RosterFile.USERS.idKind(), sourcedId));
            }
            return;
        }
        advance(rejectedLine);
        read++;
        rejected++;
        if (sourcedId != null) {
            var id = context.ids().fresh(file.idKind(), sourcedId);
            seen.add(id);
            keptOut.add(id);
        }
    }

    @Override
    public void found(Finding finding) {
        advance(finding.line());
        note(finding);
    }

    private void note(Finding finding) {
        if (finding.line() > lineDone) {
            findings.add(finding);
        }
    }

    private List<List<UUID>> references(RosterRow row) {
        var references = new ArrayList<List<UUID>>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var cell = i < row.cells().size() ? row.cells().get(i) : null;
            references.add(
                    !column.refers() || cell == null ? List.of() : context.ids().all(column, cell));
        }
        return references;
    }

    /** What the row must point to, and does not. */
    private List<Finding> loose(RosterRow row, UUID id, List<List<UUID>> references) {
        List<Finding> loose = List.of();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (column.refers() && column.required()) {
                var target = Targets.file(column);
                if (!references.get(i).stream().allMatch(reference -> isThere(row, target, reference))) {
                    loose = and(loose, fault(context.missing(target), row, derived ? "orgSourcedIds" : column.name()));
                }
            }
        }
        if (file == RosterFile.DEMOGRAPHICS && !isThere(row, RosterFile.USERS, id)) {
            loose = and(loose, fault(OptionalReferences.MISSING_RECORD, row, "sourcedId"));
        }
        return loose;
    }

    private Finding fault(String code, RosterRow row, String column) {
        return Finding.fault(code, sourceName, row.line(), column);
    }

    /** Nearly every row points to what is there: nothing is made for those. */
    private static List<Finding> and(List<Finding> findings, Finding one) {
        var all = new ArrayList<>(findings);
        all.add(one);
        return all;
    }

    /** What ends, and what a delta says, may point to records that have ended. */
    private boolean isThere(RosterRow row, RosterFile target, UUID id) {
        return (row.toBeDeleted() || mode == Mode.DELTA)
                ? context.targets().knows(target, id)
                : context.targets().holds(target, id);
    }

    /** OneRoster 1.1 knows one administrator, 1.2 those of a district and those of a school. */
    private RosterRow nameAdministrator(RosterRow row) {
        var org = cell(row, "orgSourcedId");
        int role = index("role");
        if (org == null
                || !"siteAdministrator".equals(row.cells().get(role))
                || !context.targets().isDistrict(context.ids().of(RosterFile.ORGS.idKind(), org))) {
            return row;
        }
        var cells = Arrays.asList(row.cells().toArray(new @Nullable String[0]));
        cells.set(role, "districtAdministrator");
        return new RosterRow(row.line(), row.sourcedId(), row.toBeDeleted(), row.lastModified(), cells, row.metadata());
    }

    private @Nullable String cell(RosterRow row, String column) {
        return row.cells().get(index(column));
    }

    private int index(String column) {
        return columns.stream().map(Column::name).toList().indexOf(column);
    }

    /** A chunk ends only between two lines, and where the lines that were done before end. */
    private void advance(long next) {
        if (next != line) {
            boolean caughtUp = line <= lineDone && next > lineDone;
            if (caughtUp || rows.size() + rejected >= context.chunkSize().rows()) {
                flush();
            }
            line = next;
        }
    }

    private void flush() {
        if (line > lineDone) {
            queue.put(new Chunk(line, rows, findings, read, rejected));
        }
        rows = new ArrayList<>();
        findings = new ArrayList<>();
        read = 0;
        rejected = 0;
    }

    /** True when the package says anything of this id, be it good or not. */
    boolean hasSeen(UUID id) {
        return seen.contains(id);
    }

    boolean keptOut(UUID id) {
        return keptOut.contains(id);
    }

    /** True for the roles of a user whose row was kept out (OneRoster 1.1). */
    boolean keptOutUser(UUID userId) {
        return usersKeptOut.contains(userId);
    }

    OptionalReferences optional() {
        return optional;
    }
}
