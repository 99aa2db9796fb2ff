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
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.http.EventStream;
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
        try {
            EventStream.serve(sink, stream -> follow(reader, stream, sse));
        } finally {
            places.give(reader.actor());
        }
    }

    private void follow(Reader reader, EventStream stream, Sse sse) throws InterruptedException {
        var began = clock.instant();
        var sent = began;
        var checked = began;
        @Nullable PresenceView last = null;
        while (stream.isOpen()) {
            var now = clock.instant();
            var isCheckDue = !now.isBefore(checked.plus(config.recheck()));
            var end = end(reader, began, now, isCheckDue);
            if (end.isPresent()) {
                stream.send(event(sse, "ended", Ended.class, new Ended(end.get())));
                return;
            }
            checked = isCheckDue ? now : checked;
            var view = tenants.inDistrict(reader.districtId(), () -> presences.of(reader.caseId()));
            if (!view.equals(last)) {
                stream.send(event(sse, "presence", PresenceView.class, view));
                last = view;
                sent = now;
            } else if (!now.isBefore(sent.plus(config.keepAlive()))) {
                stream.send(sse.newEventBuilder().comment("keep-alive").build());
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
}
