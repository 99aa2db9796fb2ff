package org.schoolcase.bench.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.schoolcase.bench.report.Samples;
import org.schoolcase.bench.report.Table;

/** Runs the benchmark of the engine in a JVM with one processor, so that its collector and compiler share that core. */
public final class EngineSpeed {

    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 7;

    private final List<Double> engine = new ArrayList<>();
    private final List<Double> loop = new ArrayList<>();

    /** Measures both sides; the results stay here for the table. */
    public void run() {
        engine.addAll(seconds("engine"));
        loop.addAll(seconds("loop"));
    }

    private static List<Double> seconds(String benchmark) {
        var options = new OptionsBuilder()
                .include("^" + Pattern.quote(DeadlineBenchmark.class.getName() + "." + benchmark) + "$")
                .forks(1)
                .jvmArgs(
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:ActiveProcessorCount=1",
                        "--sun-misc-unsafe-memory-access=allow")
                .warmupIterations(WARM_UPS)
                .measurementIterations(ROUNDS)
                .timeout(TimeValue.minutes(2))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            var results = new Runner(options).runSingle().getBenchmarkResults();
            return results.stream()
                    .flatMap(result -> result.getIterationResults().stream())
                    .map(iteration -> iteration.getPrimaryResult().getScore() / 1000)
                    .toList();
        } catch (RunnerException e) {
            throw new IllegalStateException("The engine cannot be measured: " + e.getMessage(), e);
        }
    }

    public void addTo(Table table, String load) {
        table.add(
                String.format(Locale.ROOT, "%,d deadlines on one core, s", DeadlineBenchmark.MANY),
                text(engine),
                text(loop),
                String.format(
                        Locale.ROOT,
                        "%.2f",
                        Samples.of(loop).median() / Samples.of(engine).median()),
                "< 5 s",
                load,
                "0 / 0");
    }

    /** Seconds and how many deadlines a second those are. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%.2f s for a million deadlines with traces: %,.0f a second; as many dates by a loop: %.2f s",
                Samples.of(engine).median(),
                DeadlineBenchmark.MANY / Samples.of(engine).median(),
                Samples.of(loop).median());
    }

    private static String text(List<Double> seconds) {
        var samples = Samples.of(seconds);
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", samples.median(), samples.least(), samples.greatest());
    }
}
