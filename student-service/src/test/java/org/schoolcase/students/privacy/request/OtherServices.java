package org.schoolcase.students.privacy.request;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The other three services on one port, each below a path of its own; parts and the tokens they came with lie in a folder. */
@NullMarked
public class OtherServices implements QuarkusTestResourceLifecycleManager {

    private static final String FOLDER = "schoolcase.test.parts";
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("parts");
            System.setProperty(FOLDER, folder.toString());
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", exchange -> answer(exchange, folder));
            started.start();
            server = started;
            var url = "http://127.0.0.1:" + started.getAddress().getPort() + "/";
            return Map.of(
                    "schoolcase.privacy.case-url", url + "case-service",
                    "schoolcase.privacy.referral-url", url + "referral-service",
                    "schoolcase.privacy.notification-url", url + "notification-service");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Lets a service hand over this part. */
    static void serves(String service, Object exportId, String part) {
        write(name(service, exportId), part);
    }

    /** The token with which a part was fetched. */
    static String tokenFor(String service, Object exportId) {
        try {
            return Files.readString(folder().resolve(name(service, exportId) + ".token"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, Path folder) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/", -1);
            var file = folder.resolve(name(path[1], path[path.length - 1]));
            if (!Files.exists(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            Files.writeString(
                    folder.resolve(file.getFileName() + ".token"),
                    Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Authorization")));
            var bytes = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void write(String name, String text) {
        try {
            Files.writeString(folder().resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Path.of(Objects.requireNonNull(System.getProperty(FOLDER)));
    }

    private static String name(String service, Object exportId) {
        return service + "-" + exportId;
    }
}
