package org.schoolcase.bench;

import java.util.ArrayList;
import java.util.List;
import org.schoolcase.bench.report.Samples;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.Service;

/** The page with which a case manager begins his day, asked for again and again on a quiet machine. */
final class CaseloadPages {

    private static final int WARM_UPS = 200;

    private final Bed bed;
    private final CasePlan plan;
    private final List<Double> millis = new ArrayList<>();
    private String load = "";

    CaseloadPages(Bed bed, CasePlan plan) {
        this.bed = bed;
        this.plan = plan;
    }

    void run() {
        for (int i = 0; i < WARM_UPS; i++) {
            page();
        }
        load = Machine.load();
        for (int i = 0; i < plan.pages(); i++) {
            millis.add(page());
        }
        bed.say("caseload page: " + Samples.of(millis).p95Text());
    }

    private double page() {
        var token = bed.token("case-manager");
        var start = System.nanoTime();
        bed.api().get(Service.CASE, "/v1/caseload/today", token).expect(200);
        return (System.nanoTime() - start) / 1e6;
    }

    void addTo(Table table) {
        table.add(
                "caseload page, %d cases among %,d students, p95 ms".formatted(plan.mine(), plan.students()),
                Samples.of(millis).p95Text(),
                "-",
                "-",
                "< 80",
                load + " / -",
                "0 / -");
    }
}
