package org.schoolcase.bench;

import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.schoolcase.bench.report.Figures;
import org.schoolcase.bench.report.Samples;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.Service;

/** Reads of a large district over OneRoster: its users page by page, and leaps far into a list. */
final class RosterPages {

    private static final String ROSTER = "/ims/oneroster/rostering/v1p2";
    private static final int PAGE = 1_000;
    private static final int PAGES = 10;
    private static final int WARM_ROUNDS = 5;
    private static final int ROUNDS = 10;
    private static final int LEAPS = 9;

    private final Bed bed;

    RosterPages(Bed bed) {
        this.bed = bed;
    }

    void run(Table table) {
        bed.database(Service.STUDENT).execute("VACUUM ANALYZE roster_user, roster_role, roster_enrollment");
        pages(table);
        leaps(table, "users");
        leaps(table, "enrollments");
    }

    /** The first 10,000 users, all pages in turn. */
    private void pages(Table table) {
        var load = Machine.load();
        IntStream.range(0, WARM_ROUNDS * PAGES).forEach(i -> page("users", i % PAGES * PAGE));
        var timed = Samples.of(IntStream.range(0, ROUNDS * PAGES)
                .mapToObj(i -> page("users", i % PAGES * PAGE) / 1e6)
                .toList());
        bed.say("pages of %d users: %s".formatted(PAGE, timed.p95Text()));
        table.add("10,000 users by pages of 1,000, p95 ms", timed.p95Text(), "-", "-", "< 150", load);
    }

    /** Places in the middle where nobody was before, none of them behind one that is remembered. */
    private void leaps(Table table, String list) {
        var load = Machine.load();
        var middle = (int) bed.database(Service.STUDENT)
                .number("SELECT count(*) / 2 FROM roster_" + list.substring(0, list.length() - 1)
                        + " WHERE district_id = '" + bed.district() + "'");
        var first = median(i -> page(list, 0));
        var far = median(i -> page(list, middle + LEAPS * 100 - i * 100));
        bed.say("%s: first page %.0f ms, leap to %d %.0f ms".formatted(list, first, middle, far));
        table.add(
                "leap to place %d of the %s, ms".formatted(middle, list),
                Figures.whole(far),
                Figures.whole(first) + " (first page)",
                Figures.ratio(far, first),
                "< 3",
                load);
    }

    private static double median(IntToLongFunction timed) {
        return Samples.of(IntStream.range(0, LEAPS)
                        .mapToObj(i -> timed.applyAsLong(i) / 1e6)
                        .toList())
                .median();
    }

    private long page(String list, int offset) {
        var path = "%s/%s?limit=%d&offset=%d".formatted(ROSTER, list, PAGE, offset);
        var token = bed.rosterReader();
        var start = System.nanoTime();
        bed.api().download(Service.STUDENT, path, token);
        return System.nanoTime() - start;
    }
}
