package org.schoolcase.cases.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.tenant.Tenants;

/** Serves the streams of this replica, each on its own virtual thread; what they tell lies in the database. */
@ApplicationScoped
class PresenceStreams {

    /** Who reads which case, and until when his token is good. */
    record Reader(UUID districtId, UUID caseId, String actor, Instant tokenExpires) {}

    /** Why a stream ended. */
    enum End {
        TOKEN_EXPIRED,
        CASE_OUT_OF_REACH,
        TOO_OLD
    }

    /** The last event of a stream. */
    record Ended(End reason) {}

    private static final Logger LOG = Logger.getLogger(PresenceStreams.class);
    private static final int SEND_SECONDS = 30;
    private static final int RETRY_MILLIS = 5_000;

    private final Presences presences;
    private final CaseAccess access;
    private final Tenants tenants;
    private final PresenceConfig config;
    private final Clock clock;
    private final StreamPlaces places;

    PresenceStreams(Presences presences, CaseAccess access, Tenants tenants, PresenceConfig config, Clock clock) {
        this.presences = presences;
        this.access = access;
        this.tenants = tenants;
        this.config = config;
        this.clock = clock;
        this.places = new StreamPlaces(config.maxStreams(), config.maxStreamsOfOne());
    }

    /** 404, and a line in the audit trail, where the case is not open to the reader. */
    void requireAccess(Reader reader) {
        tenants.runInDistrict(reader.districtId(), () -> access.toRead(reader.caseId(), Reach.READ));
    }

    /** Sends who is there, then each change of it, until the reader leaves or must leave. */
    void serve(Reader reader, SseEventSink sink, Sse sse) {
        places.take(reader.actor());
        try (sink) {
            follow(reader, sink, sse);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The reader of a stream has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.give(reader.actor());
        }
    }

    private void follow(Reader reader, SseEventSink sink, Sse sse)
            throws InterruptedException, ExecutionException, TimeoutException {
        var began = clock.instant();
        var sent = began;
        var checked = began;
        @Nullable PresenceView last = null;
        while (!sink.isClosed()) {
            var now = clock.instant();
            var isCheckDue = !now.isBefore(checked.plus(config.recheck()));
            var end = end(reader, began, now, isCheckDue);
            if (end.isPresent()) {
                send(sink, event(sse, "ended", Ended.class, new Ended(end.get())));
                return;
            }
            checked = isCheckDue ? now : checked;
            var view = tenants.inDistrict(reader.districtId(), () -> presences.of(reader.caseId()));
            if (!view.equals(last)) {
                send(sink, event(sse, "presence", PresenceView.class, view));
                last = view;
                sent = now;
            } else if (!now.isBefore(sent.plus(config.keepAlive()))) {
                send(sink, sse.newEventBuilder().comment("keep-alive").build());
                sent = now;
            }
            Thread.sleep(config.poll());
        }
    }

    private Optional<End> end(Reader reader, Instant began, Instant now, boolean isCheckDue) {
        if (!now.isBefore(reader.tokenExpires())) {
            return Optional.of(End.TOKEN_EXPIRED);
        }
        if (!now.isBefore(began.plus(config.maxAge()))) {
            return Optional.of(End.TOO_OLD);
        }
        return isCheckDue && !isOpenTo(reader) ? Optional.of(End.CASE_OUT_OF_REACH) : Optional.empty();
    }

    private boolean isOpenTo(Reader reader) {
        try {
            requireAccess(reader);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static <T> OutboundSseEvent event(Sse sse, String name, Class<T> type, T data) {
        return sse.newEventBuilder()
                .name(name)
                .reconnectDelay(RETRY_MILLIS)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(type, data)
                .build();
    }

    private static void send(SseEventSink sink, OutboundSseEvent event)
            throws InterruptedException, ExecutionException, TimeoutException {
        sink.send(event).toCompletableFuture().get(SEND_SECONDS, TimeUnit.SECONDS);
    }
}
