package org.schoolcase.kit.http;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Server-sent events (HTML Living Standard, section 9.2) to one reader, who may go at any moment: that ends the stream, and is no
 * error. An event is sent when the reader's connection has taken the one before.
 */
public final class EventStream {

    /** What a stream tells. */
    @FunctionalInterface
    public interface Content {

        /** Sends until there is nothing more to tell; asks {@link #isOpen} between. */
        void follow(EventStream stream) throws InterruptedException;
    }

    /** The reader does not take events any more. */
    private static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Gone(Exception cause) {
            super(cause);
        }
    }

    private static final Logger LOG = Logger.getLogger(EventStream.class);
    private static final int PATIENCE_SECONDS = 30;

    private final SseEventSink sink;

    private EventStream(SseEventSink sink) {
        this.sink = sink;
    }

    /** Serves a reader to the end, which is that of the content or his own, and closes his connection. */
    public static void serve(SseEventSink sink, Content content) {
        try (sink) {
            content.follow(new EventStream(sink));
        } catch (Gone e) {
            LOG.debug("The reader of a stream has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isOpen() {
        return !sink.isClosed();
    }

    /** Sends an event; ends the stream when the reader has gone, or takes nothing for half a minute. */
    public void send(OutboundSseEvent event) throws InterruptedException {
        try {
            sink.send(event).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Gone(e);
        } catch (IllegalStateException e) {
            if (isOpen()) {
                throw e;
            }
            throw new Gone(e);
        }
    }
}
