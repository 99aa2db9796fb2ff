package org.schoolcase.notifications.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.EventStream;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.notifications.inbox.InboxBell.Owner;

/** Serves the live streams of this replica, each on its own virtual thread, and no more than it may. */
@ApplicationScoped
class InboxStreams {

    private static final int BATCH = 50;
    private static final int RETRY_MILLIS = 5000;

    private record News(List<InboxItemView> items, long upTo) {}

    private final Inboxes inboxes;
    private final InboxBell bell;
    private final InboxConfig config;
    private final Clock clock;
    private final Semaphore places;

    InboxStreams(Inboxes inboxes, InboxBell bell, InboxConfig config, Clock clock, MeterRegistry meters) {
        this.inboxes = inboxes;
        this.bell = bell;
        this.config = config;
        this.clock = clock;
        this.places = new Semaphore(config.maxStreams());
        meters.gauge("schoolcase.inbox.streams", places, free -> config.maxStreams() - free.availablePermits());
    }

    /** Sends what is above the last event id, then what comes, until the client leaves or the stream is too old. */
    void serve(Owner owner, @Nullable String lastEventId, SseEventSink sink, Sse sse) {
        if (!places.tryAcquire()) {
            throw ProblemException.of(
                    503, "inbox.streams-exhausted", "Too many open streams", "Try again in a few seconds.");
        }
        try {
            EventStream.serve(sink, stream -> {
                stream.send(sse.newEventBuilder()
                        .reconnectDelay(RETRY_MILLIS)
                        .comment("open")
                        .build());
                follow(owner, start(owner, lastEventId), stream, sse);
            });
        } finally {
            places.release();
        }
    }

    private void follow(Owner owner, long start, EventStream stream, Sse sse) throws InterruptedException {
        var number = start;
        var end = clock.instant().plus(config.maxAge());
        while (stream.isOpen() && clock.instant().isBefore(end)) {
            var news = after(owner, number);
            for (var item : news.items()) {
                stream.send(event(sse, item));
            }
            number = news.upTo();
            if (!bell.awaitAbove(owner, number, config.keepAlive())) {
                stream.send(sse.newEventBuilder().comment("keep-alive").build());
            }
        }
    }

    private long start(Owner owner, @Nullable String lastEventId) {
        return lastEventId == null
                ? QuarkusTransaction.requiringNew().call(() -> inboxes.lastNumber(owner.id()))
                : Long.parseLong(lastEventId);
    }

    /** What is above a number, and the number up to which the inbox is known then. */
    private News after(Owner owner, long number) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var last = inboxes.lastNumber(owner.id());
            var items = inboxes.after(owner.id(), number, BATCH).stream()
                    .map(InboxItemView::of)
                    .toList();
            return new News(
                    items,
                    items.isEmpty() ? Math.max(last, number) : items.getLast().number());
        });
    }

    private static OutboundSseEvent event(Sse sse, InboxItemView item) {
        return sse.newEventBuilder()
                .id(Long.toString(item.number()))
                .name("notification")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(InboxItemView.class, item)
                .build();
    }
}
