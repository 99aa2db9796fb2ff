package org.schoolcase.students.pull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A student information system of which a test says how it answers; it begins with empty lists. */
final class StubSis implements AutoCloseable {

    /** An answer to be given. */
    record Answer(int status, String body, Map<String, String> headers) {
        static Answer ok(String body) {
            return new Answer(200, body, Map.of());
        }

        Answer with(String name, String value) {
            var all = new HashMap<>(headers);
            all.put(name, value);
            return new Answer(status, body, all);
        }
    }

    /** Answers a request by its query. */
    interface Handler {
        @Nullable
        Answer answer(Map<String, String> query);
    }

    private static final String BASE = "/sis";

    private final HttpServer server;
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    final List<String> tokenRequests = Collections.synchronizedList(new ArrayList<>());
    volatile @Nullable String upstreamToken;

    StubSis() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    String base() {
        return url(BASE);
    }

    void on(String file, Handler handler) {
        handlers.put(file, handler);
    }

    /** Changes each answer of a file. */
    void change(String file, UnaryOperator<Answer> change) {
        handlers.computeIfPresent(file, (name, handler) -> query -> {
            var answer = handler.answer(query);
            return answer == null ? null : change.apply(answer);
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/token")) {
            tokenRequests.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var token = upstreamToken == null ? "stub-token" : upstreamToken;
            send(
                    exchange,
                    Answer.ok("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
            return;
        }
        requests.add(String.valueOf(exchange.getRequestURI()));
        var file = path.substring(path.lastIndexOf('/') + 1);
        var handler = handlers.get(file);
        var answer = handler == null
                ? null
                : handler.answer(query(exchange.getRequestURI().getQuery()));
        send(exchange, answer == null ? Answer.ok("{\"" + file + "\":[]}") : answer);
    }

    private static Map<String, String> query(@Nullable String text) {
        var query = new HashMap<String, String>();
        if (text != null) {
            for (var pair : text.split("&", -1)) {
                int at = pair.indexOf('=');
                query.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        return query;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    long asked(String part) {
        return List.copyOf(requests).stream().filter(r -> r.contains(part)).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
