package org.schoolcase.bench;

import org.schoolcase.bench.engine.EngineSpeed;
import org.schoolcase.bench.report.Table;

/** The figures of casework: deadlines in memory, a district counted anew, the page of a caseload. */
final class CaseFigures {

    private final EngineSpeed engine = new EngineSpeed();
    private final Bed bed;
    private final CaseloadPages pages;
    private final Recalculation recalculation;
    private final CaseDistrict district;
    private String load = "";

    CaseFigures(Bed bed, CasePlan plan) {
        this.bed = bed;
        this.district = new CaseDistrict(bed, plan);
        this.pages = new CaseloadPages(bed, plan);
        this.recalculation = new Recalculation(bed, plan, district);
    }

    void run() {
        load = Machine.load() + " / -";
        engine.run();
        bed.say(engine.words());
        district.fill();
        recalculation.run();
        bed.settle();
        pages.run();
    }

    void addTo(Table table) {
        engine.addTo(table, load);
        recalculation.addTo(table);
        pages.addTo(table);
    }
}
