package org.schoolcase.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.schoolcase.bench.load.Command;

/** The machine that everything runs on: load generators, services, PostgreSQL and Kafka. */
final class Machine {

    private Machine() {}

    /** The load average of the last minute. */
    static String load() {
        return read("/proc/loadavg").split(" ", -1)[0];
    }

    static String text() {
        var kibibytes = read("/proc/meminfo")
                .lines()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "%d cores, %.0f GiB memory, load average %s; %s; Java %s",
                Runtime.getRuntime().availableProcessors(),
                kibibytes / 1048576.0,
                load(),
                Command.output(List.of("pgbench", "--version"), Map.of()).strip(),
                Runtime.version());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
