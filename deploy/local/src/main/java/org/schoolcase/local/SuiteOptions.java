package org.schoolcase.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What to start and where.
 *
 * @param root the project's root folder, with the packaged services below it
 * @param state the folder that keeps everything of the run: databases, logs, passwords
 * @param services the services to start; the infrastructure is always started
 * @param withKeycloak false where no real token is needed
 * @param quickStart services start in half the time, but never reach full speed: for trying out and for tests
 * @param environment further environment variables by service
 * @param out where progress is written
 */
public record SuiteOptions(
        Path root,
        Path state,
        Ports ports,
        Set<Service> services,
        boolean withKeycloak,
        boolean quickStart,
        Map<Service, Map<String, String>> environment,
        Appendable out) {

    /** The documented run: all services, standard ports, state in {@code deploy/local/.state}. */
    public static SuiteOptions standard(Path root) {
        return new SuiteOptions(
                root,
                root.resolve("deploy/local/.state"),
                Ports.standard(),
                EnumSet.allOf(Service.class),
                true,
                true,
                Map.of(),
                System.out);
    }

    /** A run of its own on free ports, with its state in the given folder. */
    public static SuiteOptions isolated(Path root, Path state) {
        return new SuiteOptions(
                root, state, Ports.free(), EnumSet.allOf(Service.class), true, true, Map.of(), System.out);
    }

    /** The same run with only these services. */
    public SuiteOptions only(Service... wanted) {
        Set<Service> set = EnumSet.noneOf(Service.class);
        set.addAll(Set.of(wanted));
        return new SuiteOptions(root, state, ports, set, withKeycloak, quickStart, environment, out);
    }

    /** The same run without Keycloak: services start all the same. */
    public SuiteOptions withoutKeycloak() {
        return new SuiteOptions(root, state, ports, services, false, quickStart, environment, out);
    }

    /** The same run with services that start slower and reach full speed: for measurements. */
    public SuiteOptions atFullSpeed() {
        return new SuiteOptions(root, state, ports, services, withKeycloak, false, environment, out);
    }

    /** The same run with one more environment variable for one service. */
    public SuiteOptions with(Service service, String variable, String value) {
        Map<Service, Map<String, String>> more = new EnumMap<>(Service.class);
        more.putAll(environment);
        Map<String, String> variables = new LinkedHashMap<>(more.getOrDefault(service, Map.of()));
        variables.put(variable, value);
        more.put(service, variables);
        return new SuiteOptions(root, state, ports, services, withKeycloak, quickStart, more, out);
    }

    /** The folder above the given one that holds {@code mvnw}: the project's root. */
    public static Path findRoot(Path start) {
        for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new LaunchException("not inside the project: no mvnw in or above " + start);
    }
}
