package org.schoolcase.students.pull;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request to a checked address: bounded in size and time, no redirect followed. */
@ApplicationScoped
class Wire {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** What came back. */
    record Answer(int status, Map<String, String> headers, Buffer body) {
        @Nullable
        String header(String name) {
            return headers.get(name.toLowerCase(java.util.Locale.ROOT));
        }
    }

    private final AddressGuard guard;
    private final PullConfig config;
    private final HttpClient http;

    Wire(Vertx vertx, AddressGuard guard, PullConfig config) {
        this.guard = guard;
        this.config = config;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(10_000).setMaxHeaderSize(32 * 1024));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    Answer get(URI uri, Map<String, String> headers) {
        return send(HttpMethod.GET, uri, headers, Buffer.buffer());
    }

    Answer post(URI uri, Map<String, String> headers, String body) {
        return send(HttpMethod.POST, uri, headers, Buffer.buffer(body));
    }

    private Answer send(HttpMethod method, URI uri, Map<String, String> headers, Buffer body) {
        var address = guard.require(uri);
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        var options = new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(target(uri))
                .setIdleTimeout(config.answerTimeout().toMillis());
        headers.forEach(options::putHeader);
        return await(http.request(options).compose(request -> request.send(body).compose(r -> read(request, r))));
    }

    private static String target(URI uri) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private Future<Answer> read(HttpClientRequest request, HttpClientResponse response) {
        var body = Buffer.buffer();
        var whole = Promise.<Answer>promise();
        long largest = config.largestAnswer().asLongValue();
        response.exceptionHandler(whole::tryFail);
        response.handler(part -> {
            if (body.length() + part.length() > largest) {
                whole.tryFail(PullFailure.lasting("answer.too-large"));
                request.reset();
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(end -> {
            var headers = new java.util.HashMap<String, String>();
            response.headers()
                    .forEach((name, value) ->
                            headers.merge(name.toLowerCase(java.util.Locale.ROOT), value, (a, b) -> a + ", " + b));
            whole.tryComplete(new Answer(response.statusCode(), headers, body));
        });
        return whole.future();
    }

    private Answer await(Future<Answer> answer) {
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(2 * config.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PullFailure failure) {
                throw failure;
            }
            throw PullFailure.passing("connection.failed", PAUSE);
        } catch (TimeoutException e) {
            throw PullFailure.passing("answer.late", PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PullFailure.passing("interrupted", Duration.ZERO);
        }
    }
}
