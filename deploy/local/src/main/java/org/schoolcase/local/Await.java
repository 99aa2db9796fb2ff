package org.schoolcase.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something outside, with an end to it. */
final class Await {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Await() {}

    /** Waits until the condition holds; gives up at the time limit or when the process that should bring it dies. */
    static void until(String what, Duration limit, ChildProcess process, BooleanSupplier condition) {
        until(what, limit, () -> {
            if (!process.isAlive()) {
                throw process.died();
            }
            return condition.getAsBoolean();
        });
    }

    static void until(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new LaunchException(what + " is not there after " + limit.toSeconds() + " s");
            }
            pause();
        }
    }

    /** Waits for the end of a process that does one thing, which must succeed. */
    static void end(String what, Duration limit, ChildProcess process) {
        until(what, limit, () -> !process.isAlive());
        if (!process.succeeded()) {
            throw process.died();
        }
    }

    /** Whether a GET of the address answers 200. */
    static boolean answers(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted", e);
        }
    }
}
