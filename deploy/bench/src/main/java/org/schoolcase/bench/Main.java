package org.schoolcase.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.LaunchException;
import org.schoolcase.local.Service;
import org.schoolcase.local.Suite;
import org.schoolcase.local.SuiteOptions;
import org.schoolcase.simulator.District;
import org.schoolcase.simulator.Simulator;

/** The command behind {@code deploy/bench/run}: starts what it needs on free ports, measures, prints one table. */
final class Main {

    private static final Duration SLICE = Duration.ofSeconds(5);
    private static final long SEED = 1;
    private static final Set<Set<String>> MODES = Set.of(
            Set.of(),
            Set.of("--quick"),
            Set.of("--large"),
            Set.of("--large", "--quick"),
            Set.of("--cases"),
            Set.of("--cases", "--quick"));

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        var wanted = List.of(arguments);
        if (!MODES.contains(Set.copyOf(wanted))) {
            System.err.println("usage: deploy/bench/run [--large|--cases] [--quick]");
            System.exit(2);
        }
        try {
            if (wanted.contains("--large")) {
                runLarge(wanted.contains("--quick") ? LargePlan.quick() : LargePlan.full());
            } else if (wanted.contains("--cases")) {
                runCases(wanted.contains("--quick") ? CasePlan.quick() : CasePlan.full());
            } else {
                run(wanted.contains("--quick") ? Plan.quick() : Plan.full());
            }
        } catch (LaunchException | IllegalStateException e) {
            System.err.println("cannot measure: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Plan plan) throws IOException {
        var root = SuiteOptions.findRoot(Path.of(""));
        var options = SuiteOptions.isolated(root, root.resolve("deploy/bench/target/state"))
                .only(Service.STUDENT, Service.CASE)
                .atFullSpeed();
        System.out.println("machine: " + Machine.text());
        System.out.println("plan:    " + plan.name());
        Suite.forget(options);
        try (var suite = Suite.start(options)) {
            measure(plan, Bed.prepare(suite), root);
        }
        runLarge(plan.large());
    }

    /** The import of a large district alone, by a student service with a small heap. */
    private static void runLarge(LargePlan plan) throws IOException {
        var root = SuiteOptions.findRoot(Path.of(""));
        var options = SuiteOptions.isolated(root, root.resolve("deploy/bench/target/state"))
                .only(Service.STUDENT, Service.CASE)
                .with(Service.STUDENT, "_JAVA_OPTIONS", "-Xmx" + LargeImport.HEAP)
                .atFullSpeed();
        System.out.println("machine: " + Machine.text());
        System.out.println("plan:    large import, %s: one district of %d students, student service with %s of heap"
                .formatted(plan.name(), plan.students(), LargeImport.HEAP));
        Suite.forget(options);
        try (var suite = Suite.start(options)) {
            var bed = Bed.prepare(suite);
            var roster = new ByteArrayOutputStream();
            new Simulator(District.withSchools(SEED, plan.students(), schools(root))).writeRoster(roster);
            var table = new Table("what", "suite", "limit", "ratio", "goal", "load before");
            new LargeImport(bed, plan, roster.toByteArray()).run(table);
            System.out.println("\n" + table.text());
        }
    }

    /** The figures of casework alone. */
    private static void runCases(CasePlan plan) throws IOException {
        var root = SuiteOptions.findRoot(Path.of(""));
        var options = SuiteOptions.isolated(root, root.resolve("deploy/bench/target/state"))
                .only(Service.STUDENT, Service.CASE)
                .atFullSpeed();
        System.out.println("machine: " + Machine.text());
        System.out.println("plan:    casework, " + plan.name());
        Suite.forget(options);
        try (var suite = Suite.start(options)) {
            var figures = new CaseFigures(Bed.prepare(suite), plan);
            figures.run();
            var table = table();
            figures.addTo(table);
            System.out.println("\n" + table.text() + "\n" + Bed.resource("sides-of-cases.txt"));
        }
    }

    private static Table table() {
        return new Table(
                "what",
                "suite: median (spread)",
                "limit: median (spread)",
                "ratio",
                "goal",
                "load before suite / limit",
                "errors");
    }

    private static void measure(Plan plan, Bed bed, Path root) throws IOException {
        var district = District.withSchools(SEED, plan.students(), schools(root));
        var roster = new ByteArrayOutputStream();
        new Simulator(district).writeRoster(roster);
        bed.say("district of %d students: a package of %d KB".formatted(plan.students(), roster.size() >> 10));
        var imports = new RosterImports(bed, roster.toByteArray());
        imports.run(plan.importRounds());
        bed.settle();
        var reads = new StudentReads(bed);
        var cases = new OpenedCases(bed);
        warmUp(plan, bed, reads, cases);
        reads.run(plan);
        cases.run(plan);
        var latency = new EventLatency(bed, Clock.systemUTC());
        latency.run(plan.latency());
        var figures = new CaseFigures(bed, plan.casework());
        figures.run();
        System.out.println(report(plan, bed, reads, cases, imports, latency, figures));
    }

    /** The sourcedIds of the demo district's schools, for which the demo users have their tokens. */
    private static List<String> schools(Path root) throws IOException {
        return Files.readAllLines(root.resolve("deploy/demo/v1p1-district-medium/orgs.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[4].equals("school"))
                .map(cells -> cells[0])
                .toList();
    }

    private static void warmUp(Plan plan, Bed bed, StudentReads reads, OpenedCases cases) {
        bed.say("warming up for " + plan.warmUp().toSeconds() + " s");
        var end = System.nanoTime() + plan.warmUp().toNanos();
        while (System.nanoTime() < end) {
            var read = reads.suite(SLICE);
            var opened = cases.suite(SLICE);
            bed.say(String.format(Locale.ROOT, "GET %.0f/s, POST %.0f/s", read.perSecond(), opened.perSecond()));
        }
        reads.limit(SLICE);
        cases.limit(SLICE);
        bed.settle();
    }

    private static String report(
            Plan plan,
            Bed bed,
            StudentReads reads,
            OpenedCases cases,
            RosterImports imports,
            EventLatency latency,
            CaseFigures figures) {
        var table = table();
        reads.addTo(table);
        cases.addTo(table);
        imports.addTo(table);
        latency.addTo(table);
        figures.addTo(table);
        var version = bed.database(Service.STUDENT)
                .list("SHOW server_version", row -> row.getString(1))
                .getFirst();
        return "\nmachine: %s; PostgreSQL %s, durable%nplan:    %s, %d rounds of %d s (%d imports), %d students, %d connections%n%n%s%nprocessor time: a GET %s, a POST %s%n%s%n%n%s"
                .formatted(
                        Machine.text(),
                        version,
                        plan.name(),
                        plan.rounds(),
                        plan.round().toSeconds(),
                        plan.importRounds(),
                        plan.students(),
                        Plan.CONNECTIONS,
                        table.text(),
                        reads.cost(),
                        cases.cost(),
                        latency.details(),
                        Bed.resource("sides.txt") + Bed.resource("sides-of-cases.txt"));
    }
}
