package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.schoolcase.kit.http.EventStream;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.tenant.Tenants;

/** Serves the live streams of imports, each on its own virtual thread, and no more than it may. */
@ApplicationScoped
class ImportProgressStreams {

    private static final int PLACES = 50;
    private static final int RETRY_MILLIS = 5_000;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long MAX_AGE = Duration.ofMinutes(10).toNanos();
    private static final long KEEP_ALIVE = Duration.ofSeconds(15).toNanos();

    private final RosterImports imports;
    private final Tenants tenants;
    private final Semaphore places = new Semaphore(PLACES);

    ImportProgressStreams(RosterImports imports, Tenants tenants) {
        this.imports = imports;
        this.tenants = tenants;
    }

    /** Sends the import as it is, then each change of it, until it has ended, the client leaves or the stream is too old. */
    void serve(UUID districtId, RosterImportView start, SseEventSink sink, Sse sse) {
        if (!places.tryAcquire()) {
            throw ProblemException.of(
                    503, "roster-import.streams-exhausted", "Too many open streams", "Try again in a few seconds.");
        }
        try {
            EventStream.serve(sink, stream -> follow(districtId, start, stream, sse));
        } finally {
            places.release();
        }
    }

    private void follow(UUID districtId, RosterImportView start, EventStream stream, Sse sse)
            throws InterruptedException {
        long began = System.nanoTime();
        long sent = began;
        var last = ImportProgress.first(start);
        stream.send(event(sse, last));
        while (!last.roster().state().hasEnded() && stream.isOpen() && System.nanoTime() - began < MAX_AGE) {
            Thread.sleep(PAUSE);
            var now = read(districtId, start.id());
            long at = System.nanoTime();
            if (!now.isAsFarAs(last.roster())) {
                last = last.next(now, (at - sent) / 1e9);
                sent = at;
                stream.send(event(sse, last));
            } else if (at - sent > KEEP_ALIVE) {
                sent = at;
                stream.send(sse.newEventBuilder().comment("keep-alive").build());
            }
        }
    }

    private RosterImportView read(UUID districtId, UUID importId) {
        return tenants.inDistrict(districtId, () -> imports.find(importId).orElseThrow(ProblemException::notFound));
    }

    private static OutboundSseEvent event(Sse sse, ImportProgress progress) {
        return sse.newEventBuilder()
                .name("progress")
                .reconnectDelay(RETRY_MILLIS)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(ImportProgress.class, progress)
                .build();
    }
}
