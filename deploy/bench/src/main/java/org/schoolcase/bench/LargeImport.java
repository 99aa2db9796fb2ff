package org.schoolcase.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.schoolcase.bench.report.Samples;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.Service;

/** One package with a million enrollments: its rate, a second identical import, and what other requests feel meanwhile. */
final class LargeImport {

    static final int STUDENTS = 100_000;
    static final String HEAP = "256m";
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final Duration GAP = Duration.ofMillis(20);
    private static final int DIFFERENT = 500;

    private final Bed bed;
    private final RosterImports imports;
    private final CopiedRows rows;
    private final byte[] zip;

    LargeImport(Bed bed, byte[] zip) {
        this.bed = bed;
        this.zip = zip;
        this.imports = new RosterImports(bed, zip);
        this.rows = new CopiedRows(bed);
    }

    String run() {
        bed.say("a package of %d KB".formatted(zip.length >> 10));
        var load = Machine.load();
        var first = imports.importOnce();
        bed.settle();
        var imported = rows.imported(CopiedRows.ALL, first);
        var ofRoster = rows.imported(CopiedRows.ROSTER, first);
        bed.say("first import: %.0f s, %.0f rows/s".formatted(first / 1e9, imported.perSecond()));
        var quiet = others(() -> Bed.pause(QUIET));
        bed.say("other requests, quiet: " + percentiles(quiet));
        var again = new long[1];
        var duringSame = others(() -> again[0] = imports.importOnce());
        bed.say("the same package again: %.0f s; other requests meanwhile: %s"
                .formatted(again[0] / 1e9, percentiles(duringSame)));
        bed.settle();
        var all = rows.copyOnce(CopiedRows.ALL);
        var roster = rows.copyOnce(CopiedRows.ROSTER);
        bed.say("COPY of all rows: %.0f rows/s".formatted(all.perSecond()));
        var ids = students();
        rows.forgetImport();
        var during = others(imports::importOnce, ids);
        bed.settle();
        var table = new Table("what", "suite", "limit", "ratio", "goal", "load before");
        table.add(
                "import of " + rows.imported(CopiedRows.ALL, first).count() + " rows, rows/s",
                round(imported.perSecond()),
                round(all.perSecond()),
                two(imported.perSecond() / all.perSecond()),
                "0.4",
                load);
        table.add(
                "… rows of the roster's tables only",
                round(ofRoster.perSecond()),
                round(roster.perSecond()),
                two(ofRoster.perSecond() / roster.perSecond()),
                "-",
                "");
        table.add(
                "the same package again, s",
                round(again[0] / 1e9),
                round(first / 1e9),
                two((double) first / again[0]),
                "3",
                "");
        table.add(
                "p95 of a GET during the second import, ms",
                one(p95(duringSame)),
                one(p95(quiet)),
                two(p95(duringSame) / p95(quiet)),
                "2",
                "");
        table.add(
                "p95 of a GET during a first import, ms",
                one(p95(during)),
                one(p95(quiet)),
                two(p95(during) / p95(quiet)),
                "2",
                "");
        return "\n" + table.text();
    }

    private interface Work {
        void run();
    }

    private List<Double> others(Work work) {
        return others(work, students());
    }

    /** Reads one student after the other, at most 50 a second, while the work is done. */
    private List<Double> others(Work work, List<String> ids) {
        var millis = new ArrayList<Double>();
        var done = new AtomicBoolean();
        var reader = Thread.ofPlatform().start(() -> {
            for (int i = 0; !done.get(); i++) {
                var start = System.nanoTime();
                bed.api().get(Service.STUDENT, "/v1/students/" + ids.get(i % ids.size()), bed.token("coordinator"));
                millis.add((System.nanoTime() - start) / 1e6);
                LockSupport.parkNanos(GAP.toNanos() - (System.nanoTime() - start));
            }
        });
        try {
            work.run();
            done.set(true);
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            done.set(true);
        }
        return millis;
    }

    private List<String> students() {
        return bed.database(Service.STUDENT)
                .list(
                        "SELECT id::text FROM student ORDER BY md5(id::text) LIMIT " + DIFFERENT,
                        row -> row.getString(1));
    }

    private static double p95(List<Double> millis) {
        return Samples.of(millis).percentile(0.95);
    }

    private static String percentiles(List<Double> millis) {
        var samples = Samples.of(millis);
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p95 %.1f, max %.0f ms of %d",
                samples.percentile(0.5),
                samples.percentile(0.95),
                samples.greatest(),
                millis.size());
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
