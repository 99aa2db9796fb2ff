package org.schoolcase.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The TCP ports of one run, all on 127.0.0.1. */
public record Ports(
        int postgres,
        int kafka,
        int kafkaController,
        int keycloak,
        int smtp,
        int inboxPage,
        Map<Service, Integer> http,
        Map<Service, Integer> management) {

    /** The documented ports, which people and the API explorer use. */
    public static Ports standard() {
        return new Ports(54320, 19092, 19093, 18080, 13025, 8085, from(8081), from(9081));
    }

    /** Ports that are free at this moment, for tests that run beside other things. */
    public static Ports free() {
        int services = Service.values().length;
        List<Integer> found = findFree(6 + 2 * services);
        return new Ports(
                found.get(0),
                found.get(1),
                found.get(2),
                found.get(3),
                found.get(4),
                found.get(5),
                of(found.subList(6, 6 + services)),
                of(found.subList(6 + services, 6 + 2 * services)));
    }

    /** Refuses with the name of every port that something else listens on. */
    void requireFree() {
        List<String> taken = new ArrayList<>();
        named().forEach((port, use) -> {
            if (isTaken(port)) {
                taken.add(port + " (" + use + ")");
            }
        });
        if (!taken.isEmpty()) {
            throw new LaunchException("taken on 127.0.0.1: port " + String.join(", port ", taken)
                    + "; stop what listens there (ss -ltnp shows it) and start again");
        }
    }

    private Map<Integer, String> named() {
        Map<Integer, String> names = new LinkedHashMap<>();
        names.put(postgres, "PostgreSQL");
        names.put(kafka, "Kafka");
        names.put(kafkaController, "Kafka controller");
        names.put(keycloak, "Keycloak");
        names.put(smtp, "SMTP");
        names.put(inboxPage, "mail inbox page");
        http.forEach((service, port) -> names.put(port, service.module()));
        management.forEach((service, port) -> names.put(port, service.module() + " health and metrics"));
        return names;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static List<Integer> findFree(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, loopback()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(Ports::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static Map<Service, Integer> from(int first) {
        return of(
                IntStream.range(first, first + Service.values().length).boxed().toList());
    }

    private static Map<Service, Integer> of(List<Integer> found) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        Iterator<Integer> next = found.iterator();
        for (Service service : Service.values()) {
            ports.put(service, next.next());
        }
        return ports;
    }
}
