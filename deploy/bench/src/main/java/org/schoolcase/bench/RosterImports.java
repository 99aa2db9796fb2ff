package org.schoolcase.bench;

import java.time.Duration;
import java.util.Set;
import org.schoolcase.bench.report.Duel;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;

/**
 * The import of a roster through the API, against COPY of the same rows into the same tables: once of all rows that the
 * import stores, once of the roster's own tables only.
 */
final class RosterImports {

    private static final Set<String> RUNNING = Set.of("QUEUED", "RUNNING");

    private final Bed bed;
    private final byte[] zip;
    private final CopiedRows rows;
    private final Duel ofAll = new Duel();
    private final Duel ofRoster = new Duel();

    RosterImports(Bed bed, byte[] zip) {
        this.bed = bed;
        this.zip = zip;
        this.rows = new CopiedRows(bed);
    }

    /** One import and one COPY that are not counted, then the rounds in turn; the last import stays. */
    void run(int rounds) {
        importOnce();
        rows.copyOnce(CopiedRows.ALL);
        for (int i = 0; i < rounds; i++) {
            bed.settle();
            rows.forgetImport();
            var load = Machine.load();
            var nanos = importOnce();
            var imported = rows.imported(CopiedRows.ALL, nanos);
            ofAll.suite(imported, load);
            ofRoster.suite(rows.imported(CopiedRows.ROSTER, nanos), load);
            bed.settle();
            ofAll.limit(rows.copyOnce(CopiedRows.ALL), Machine.load());
            ofRoster.limit(rows.copyOnce(CopiedRows.ROSTER), Machine.load());
            bed.say("import %.0f rows/s".formatted(imported.perSecond()));
        }
        bed.settle();
        bed.say("the same package again: %.0f rows/s"
                .formatted(rows.imported(CopiedRows.ALL, importOnce()).perSecond()));
    }

    void addTo(Table table) {
        ofAll.addTo(table, "roster import, rows/s", "0.4");
        ofRoster.addTo(table, "… rows of the roster's tables only", "-");
    }

    /** The time of one import; one that does not end without errors measures nothing. */
    long importOnce() {
        return importOnce(Bed.DISTRICT);
    }

    /** The time of one import into this district. */
    long importOnce(DemoWorld.District district) {
        var start = System.nanoTime();
        var accepted = bed.api()
                .postZip(Service.STUDENT, "/v1/roster-imports", bed.sisSync(district), zip)
                .expect(200, 201, 202);
        var state = accepted.text("state");
        while (RUNNING.contains(state)) {
            Bed.pause(Duration.ofMillis(50));
            state = bed.api()
                    .get(Service.STUDENT, "/v1/roster-imports/" + accepted.text("id"), bed.sisSync(district))
                    .expect(200)
                    .text("state");
        }
        if (!state.equals("COMPLETED")) {
            throw new IllegalStateException("The import ended as " + state);
        }
        return System.nanoTime() - start;
    }
}
