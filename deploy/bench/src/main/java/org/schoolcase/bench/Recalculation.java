package org.schoolcase.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.schoolcase.bench.report.Figures;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.Api;
import org.schoolcase.local.Service;

/** A day without school moves every deadline of a district: how long until all are stored, and what others feel meanwhile. */
final class Recalculation {

    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final SteadyRequests.Timed NOTHING = new SteadyRequests.Timed(List.of(), 0);

    private final Bed bed;
    private final CasePlan plan;
    private final CaseDistrict district;
    private final SteadyRequests others;
    private final RecalculatedRows rows;
    private double seconds;
    private double raw;
    private long moved;
    private String load = "";
    private SteadyRequests.Timed quiet = NOTHING;
    private SteadyRequests.Timed meanwhile = NOTHING;

    Recalculation(Bed bed, CasePlan plan, CaseDistrict district) {
        this.bed = bed;
        this.plan = plan;
        this.district = district;
        this.others = new SteadyRequests(this::request);
        this.rows = new RecalculatedRows(bed);
    }

    void run() {
        others.during(() -> bed.say("first count of all: %.1f s".formatted(closed(CaseDistrict.weekday(0)))));
        settle();
        quiet = others.during(() -> Bed.pause(plan.quiet()));
        bed.say("other requests, quiet: " + quiet.text());
        var before = rows.before();
        var last = moves();
        load = Machine.load();
        meanwhile = others.during(() -> seconds = closed(CaseDistrict.weekday(1)));
        moved = moves() - last;
        bed.say("counted anew: %.1f s, %d deadlines moved; other requests: %s"
                .formatted(seconds, moved, meanwhile.text()));
        settle();
        raw = rows.secondsOfPlainSql(before, moved);
        bed.say("the same rows by SQL: %.1f s".formatted(raw));
    }

    /** From the request that closes the schools until no case waits any more. */
    private double closed(LocalDate day) {
        var version = district.calendarVersion();
        var start = System.nanoTime();
        district.close(day);
        bed.until(
                "every case counted anew",
                () -> district.calendarVersion() > version
                        && bed.database(Service.CASE)
                                        .number("SELECT count(*) FROM (SELECT FROM deadline_dirty LIMIT 1) q")
                                == 0);
        return (System.nanoTime() - start) / 1e9;
    }

    private long moves() {
        return bed.database(Service.CASE).number("SELECT count(*) FROM deadline_move");
    }

    private void settle() {
        bed.settle();
        Bed.pause(SETTLED);
    }

    /** What people ask meanwhile, in turn: a case, its deadlines, a page of a caseload, a task. */
    private Api.Answer request(int number) {
        var caseId = RecalculatedRows.caseId(1 + number * 7919 % plan.cases());
        return switch (number % 4) {
            case 0 -> bed.api().get(Service.CASE, "/v1/cases/" + caseId, bed.token("coordinator"));
            case 1 -> bed.api().get(Service.CASE, "/v1/cases/" + caseId + "/deadlines", bed.token("coordinator"));
            case 2 -> bed.api().get(Service.CASE, "/v1/caseload/today", bed.token("case-manager"));
            default -> bed.api().get(Service.CASE, "/v1/cases/" + caseId + "/actions", bed.token("coordinator"));
        };
    }

    void addTo(Table table) {
        var complete = moved == plan.cases();
        table.add(
                "%,d open cases recalculated and stored, s".formatted(plan.cases()),
                complete ? Figures.tenths(seconds) : "no figure: %d moved".formatted(moved),
                Figures.tenths(raw),
                complete ? Figures.ratio(raw, seconds) : "-",
                "< 60 s",
                load + " / -",
                plan.cases() - moved + " / 0");
        table.add(
                "… p95 of other requests at %d/s, ms".formatted(SteadyRequests.PER_SECOND),
                Figures.tenths(meanwhile.p95()),
                Figures.tenths(quiet.p95()) + " (quiet)",
                Figures.ratio(meanwhile.p95(), quiet.p95()),
                "< 2",
                "",
                meanwhile.errors() + " / " + quiet.errors());
    }
}
