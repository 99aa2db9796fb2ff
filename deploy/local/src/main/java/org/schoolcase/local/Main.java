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
        if (!wanted.contains("--infrastructure")) {
            fill(suite, wanted.contains("--story"));
        }
        suite.progress().line("ready; Ctrl-C stops everything and keeps the data");
        waitForCtrlC();
    }

    /** The end comes from outside; the suite stops itself at the JVM's exit. */
    private static void waitForCtrlC() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fill(Suite suite, boolean story) {
        new DemoData(suite, new Api(suite), new Tokens(suite)).loadOnce();
        if (story) {
            new Story(suite, System.out).run();
        }
        System.out.print(new Guide(suite).text());
    }
}
