package org.schoolcase.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts all parts of a suite at the same time, the services once what they stand on is there. */
final class Startup {
    private final SuiteOptions options;
    private final Infrastructure infrastructure;
    private final Progress progress;
    private final Consumer<Service> startService;
    private final Runnable stopAll;
    private final AtomicReference<@Nullable LaunchException> firstFailure = new AtomicReference<>();

    Startup(
            SuiteOptions options,
            Infrastructure infrastructure,
            Progress progress,
            Consumer<Service> startService,
            Runnable stopAll) {
        this.options = options;
        this.infrastructure = infrastructure;
        this.progress = progress;
        this.startService = startService;
        this.stopAll = stopAll;
    }

    /**
     * Returns when everything is ready; throws the first failure, with what was started stopped. On platform threads: the parts
     * initialize classes of large libraries at the same time, and virtual ones that wait for each other in there, pinned to the
     * two carriers of a small machine, would wait for ever.
     */
    void run() {
        progress.waitingFor(parts());
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            CompletableFuture<Void> ground = CompletableFuture.allOf(
                    part(infrastructure::startPostgres, threads),
                    part(infrastructure::startKafka, threads),
                    part(infrastructure::startMail, threads));
            List<CompletableFuture<Void>> all = new ArrayList<>(List.of(ground));
            if (options.withKeycloak()) {
                all.add(part(infrastructure::startKeycloak, threads));
            }
            for (Service service : options.services()) {
                all.add(ground.thenComposeAsync(_ -> part(() -> startService.accept(service), threads), threads));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                    .exceptionally(_ -> null)
                    .join();
        }
        LaunchException failure = firstFailure.get();
        if (failure != null) {
            throw failure;
        }
    }

    /** Starts one part; when it fails, the others are not waited for. */
    private CompletableFuture<Void> part(Runnable start, Executor threads) {
        return CompletableFuture.runAsync(start, threads).whenComplete((_, failure) -> {
            if (failure != null && firstFailure.compareAndSet(null, LaunchException.of(failure))) {
                stopAll.run();
            }
        });
    }

    private List<String> parts() {
        List<String> names = new ArrayList<>(List.of("PostgreSQL", "Kafka", "mail server"));
        if (options.withKeycloak()) {
            names.add("Keycloak");
        }
        options.services().forEach(service -> names.add(service.module()));
        return names;
    }
}
