package org.schoolcase.bench.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Load over HTTP: wrk with one thread and a Lua script that ends by printing its counts. */
public record Wrk(int connections) {

    private static final Pattern COUNTS = Pattern.compile("COUNTS requests=(\\d+) micros=(\\d+) errors=(\\d+)");

    /** Sends what the script makes of its arguments, as fast as the answers come. */
    public Rate run(Path script, String url, Duration time, String... arguments) {
        var command = new ArrayList<>(List.of("wrk", "--threads", "1"));
        command.addAll(List.of("--connections", Integer.toString(connections)));
        command.addAll(List.of("--duration", time.toSeconds() + "s", "--timeout", "10s"));
        command.addAll(List.of("--script", script.toString(), url, "--"));
        command.addAll(List.of(arguments));
        return read(Command.output(command, Map.of()));
    }

    static Rate read(String printed) {
        var counts = COUNTS.matcher(printed);
        if (!counts.find()) {
            throw new IllegalStateException("wrk printed no counts:\n" + printed);
        }
        var requests = Long.parseLong(counts.group(1));
        return new Rate(
                requests,
                requests * 1_000_000.0 / Math.max(1, Long.parseLong(counts.group(2))),
                Long.parseLong(counts.group(3)));
    }
}
