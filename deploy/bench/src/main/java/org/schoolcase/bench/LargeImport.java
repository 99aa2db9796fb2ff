package org.schoolcase.bench;

import java.util.List;
import java.util.function.IntFunction;
import org.schoolcase.bench.load.Rate;
import org.schoolcase.bench.report.Figures;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.Api;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;

/** One package with a million enrollments: its rate, a second identical import, and what other requests feel meanwhile. */
final class LargeImport {

    static final String HEAP = "256m";
    private static final int DIFFERENT = 500;

    private final Bed bed;
    private final LargePlan plan;
    private final RosterImports imports;
    private final CopiedRows rows;
    private final int size;
    private String load = "";

    LargeImport(Bed bed, LargePlan plan, byte[] zip) {
        this.bed = bed;
        this.plan = plan;
        this.size = zip.length;
        this.imports = new RosterImports(bed, zip);
        this.rows = new CopiedRows(bed);
    }

    void run(Table table) {
        bed.say("a package of %d KB".formatted(size >> 10));
        load = Machine.load();
        var first = imports.importOnce();
        var imported = rows.imported(CopiedRows.ALL, first);
        var ofRoster = rows.imported(CopiedRows.ROSTER, first);
        bed.say("first import: %.0f s, %.0f rows/s".formatted(first / 1e9, imported.perSecond()));
        bed.settle();
        var again = imports.importOnce();
        bed.say("the same package again: %.0f s".formatted(again / 1e9));
        bed.settle();
        var requests = new SteadyRequests(students());
        requests.during(() -> Bed.pause(plan.warmUp()));
        var quiet = requests.during(() -> Bed.pause(plan.quiet()));
        bed.say("other requests, quiet: " + quiet.text());
        var duringSame = timed("the same package again", requests, Bed.DISTRICT);
        bed.settle();
        var all = rows.copyOnce(CopiedRows.ALL);
        var roster = rows.copyOnce(CopiedRows.ROSTER);
        bed.say("COPY of all rows: %.0f rows/s".formatted(all.perSecond()));
        addRates(table, imported, all, ofRoster, roster);
        table.add(
                "the same package again, s",
                Figures.whole(again / 1e9),
                Figures.whole(first / 1e9),
                Figures.ratio(first / 1e9, again / 1e9),
                "3",
                "");
        new RosterPages(bed).run(table);
        new StudentSearches(bed, plan.searched()).run(table);
        addOthers(table, "an identical import", duringSame, quiet);
        addOthers(table, "another district's first import", duringAnother(requests), quiet);
    }

    private SteadyRequests.Timed duringAnother(SteadyRequests requests) {
        bed.register(DemoWorld.FAIRBANKS);
        return timed("another district", requests, DemoWorld.FAIRBANKS);
    }

    private SteadyRequests.Timed timed(String what, SteadyRequests requests, DemoWorld.District district) {
        var took = new long[1];
        var during = requests.during(() -> took[0] = imports.importOnce(district));
        bed.say("%s, which makes room for others: %.0f s; other requests meanwhile: %s"
                .formatted(what, took[0] / 1e9, during.text()));
        return during;
    }

    private IntFunction<Api.Answer> students() {
        var ids = ids();
        return i -> bed.api().get(Service.STUDENT, "/v1/students/" + ids.get(i % ids.size()), bed.token("coordinator"));
    }

    private List<String> ids() {
        return bed.database(Service.STUDENT)
                .list(
                        "SELECT id::text FROM student ORDER BY md5(id::text) LIMIT " + DIFFERENT,
                        row -> row.getString(1));
    }

    private void addRates(Table table, Rate imported, Rate all, Rate ofRoster, Rate roster) {
        table.add(
                "import of " + imported.count() + " rows, rows/s",
                Figures.whole(imported.perSecond()),
                Figures.whole(all.perSecond()),
                Figures.ratio(imported.perSecond(), all.perSecond()),
                "0.4",
                load);
        table.add(
                "… rows of the roster's tables only",
                Figures.whole(ofRoster.perSecond()),
                Figures.whole(roster.perSecond()),
                Figures.ratio(ofRoster.perSecond(), roster.perSecond()),
                "-",
                "");
    }

    private static void addOthers(Table table, String work, SteadyRequests.Timed during, SteadyRequests.Timed quiet) {
        table.add(
                "p95 of a GET during " + work + ", ms"
                        + (during.errors() == 0 ? "" : " (" + during.errors() + " errors)"),
                Figures.tenths(during.p95()),
                Figures.tenths(quiet.p95()) + " (quiet)",
                Figures.ratio(during.p95(), quiet.p95()),
                "< 2",
                "");
    }
}
