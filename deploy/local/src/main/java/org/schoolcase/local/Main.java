package org.schoolcase.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The command behind {@code deploy/local/run}: starts the suite, shows what to do with it, stops it on Ctrl-C. */
final class Main {
    private static final Set<String> KNOWN = Set.of("--fresh", "--story", "--infrastructure");

    private Main() {}

    public static void main(String[] arguments) {
        List<String> wanted = List.of(arguments);
        if (!KNOWN.containsAll(wanted)) {
            System.err.println("usage: deploy/local/run [--fresh] [--story] [--infrastructure]");
            System.exit(2);
        }
        try {
            run(wanted);
        } catch (LaunchException e) {
            System.err.println("cannot run: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(List<String> wanted) {
        SuiteOptions options = SuiteOptions.standard(SuiteOptions.findRoot(Path.of("")));
        if (wanted.contains("--infrastructure")) {
            options = options.only();
        }
        if (wanted.contains("--fresh")) {
            Suite.forget(options);
        }
        Suite suite = Suite.start(options);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, stopped), "stop"));
        suite.progress().line("ready; Ctrl-C stops everything and keeps the data");
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Suite suite, CountDownLatch stopped) {
        suite.progress().line("stopping");
        suite.close();
        suite.progress().line("stopped; the data is kept");
        stopped.countDown();
    }
}
