package org.schoolcase.bench.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Load by SQL alone: pgbench with one thread and prepared statements, as the service's own role in one district.
 *
 * @param database where to connect, with the role that row-level security holds
 */
public record PgBench(int connections, Login database, UUID district) {

    private static final Pattern DONE = Pattern.compile("transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("failed transactions: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /** A database with one of its roles. */
    public record Login(int port, String name, String role, String password) {}

    /** Runs the scripts, one drawn at random each time, as fast as the answers come. */
    public Rate run(List<Path> scripts, Map<String, String> variables, Duration time) {
        var command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-j", "1"));
        command.addAll(List.of("-c", Integer.toString(connections), "-T", Long.toString(time.toSeconds())));
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(database.port()), "-U", database.role()));
        scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.add(database.name());
        return read(Command.output(
                command, Map.of("PGPASSWORD", database.password(), "PGOPTIONS", "-c app.district=" + district)));
    }

    static Rate read(String printed) {
        return new Rate(
                Long.parseLong(find(DONE, printed)),
                Double.parseDouble(find(RATE, printed)),
                Long.parseLong(find(FAILED, printed)));
    }

    private static String find(Pattern pattern, String printed) {
        var found = pattern.matcher(printed);
        if (!found.find()) {
            throw new IllegalStateException("pgbench printed no " + pattern + ":\n" + printed);
        }
        return found.group(1);
    }
}
