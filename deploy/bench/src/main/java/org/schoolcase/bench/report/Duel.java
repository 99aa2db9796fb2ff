package org.schoolcase.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.schoolcase.bench.load.Rate;

/** The rounds of one comparison: the suite and the limit in turn, with the load of the machine before each. */
public final class Duel {

    /** One side's rounds. */
    private static final class Side {
        private final List<Double> rates = new ArrayList<>();
        private final List<String> loads = new ArrayList<>();
        private long errors;

        void add(Rate rate, String load) {
            rates.add(rate.perSecond());
            loads.add(load);
            errors += rate.errors();
        }

        String figure() {
            return errors == 0 ? Samples.of(rates).text() : "no figure: errors";
        }
    }

    private final Side suite = new Side();
    private final Side limit = new Side();

    public void suite(Rate rate, String loadBefore) {
        suite.add(rate, loadBefore);
    }

    public void limit(Rate rate, String loadBefore) {
        limit.add(rate, loadBefore);
    }

    /** The row: what, suite, limit, ratio, goal, loads before, errors. */
    public void addTo(Table table, String what, String goal) {
        table.add(
                what,
                suite.figure(),
                limit.figure(),
                ratio(),
                goal,
                String.join(" ", suite.loads) + " / " + String.join(" ", limit.loads),
                suite.errors + " / " + limit.errors);
    }

    private String ratio() {
        return suite.errors + limit.errors > 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.2f",
                        Samples.of(suite.rates).median()
                                / Samples.of(limit.rates).median());
    }
}
