package org.schoolcase.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command behind {@code deploy/simulator/run}. */
final class Main {

    private static final List<String> OPTIONS = List.of("students", "seed", "days", "out");
    private static final String USAGE = """
            usage: deploy/simulator/run --students N [--seed N] [--days N] [--out FOLDER]
              --students  100 to 1,000,000
              --seed      another number makes other people (1)
              --days      school days of attendance (30)
              --out       gets roster.zip, and data/ with what the services take in besides (deploy/simulator/target/district)
            """;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        try {
            run(options(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private static void run(Map<String, String> options) throws IOException {
        var district = District.of(number(options, "seed", "1"), number(options, "students", "0"));
        var folder = Path.of(options.getOrDefault("out", "deploy/simulator/target/district"));
        var simulator = new Simulator(district);
        Files.createDirectories(folder);
        try (var zip = new BufferedOutputStream(Files.newOutputStream(folder.resolve("roster.zip")))) {
            simulator.writeRoster(zip);
        }
        simulator.writeServiceData(folder.resolve("data"), number(options, "days", "30"));
        System.out.println("written to " + folder.toAbsolutePath());
    }

    private static int number(Map<String, String> options, String name, String usual) {
        try {
            return Integer.parseInt(options.getOrDefault(name, usual));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " is a number", e);
        }
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            var name = arguments[i].replaceFirst("^--", "");
            if (!arguments[i].startsWith("--") || !OPTIONS.contains(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("What is " + arguments[i] + "?");
            }
            options.put(name, arguments[i + 1]);
        }
        return options;
    }
}
