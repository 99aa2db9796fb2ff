package org.schoolcase.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final OutboundSseEvent EVENT =
            new OutboundSseEventImpl.BuilderImpl().comment("keep-alive").build();

    /** A connection; its reader goes after some events, noticed before or while the next one is sent. */
    private static final class Connection implements SseEventSink {

        private final List<OutboundSseEvent> taken = new ArrayList<>();
        private final int most;
        private final boolean isNoticed;
        private boolean closed;

        Connection(int most, boolean isNoticed) {
            this.most = most;
            this.isNoticed = isNoticed;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            if (taken.size() < most) {
                taken.add(event);
                return CompletableFuture.completedStage(null);
            }
            if (isNoticed) {
                closed = true;
                throw new IllegalStateException("closed");
            }
            return CompletableFuture.failedStage(new IOException("reset"));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void sendsInOrderAndClosesAtTheEnd() {
        var connection = new Connection(3, true);

        EventStream.serve(connection, stream -> {
            stream.send(EVENT);
            stream.send(EVENT);
            assertThat(stream.isOpen()).isTrue();
        });

        assertThat(connection.taken).hasSize(2);
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void endsWithoutAnErrorWhenTheReaderHasGone() {
        for (var isNoticed : new boolean[] {true, false}) {
            var connection = new Connection(1, isNoticed);
            var after = new ArrayList<String>();

            EventStream.serve(connection, stream -> {
                stream.send(EVENT);
                stream.send(EVENT);
                after.add("sent to nobody");
            });

            assertThat(after).isEmpty();
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void tellsOfFaultsOfItsOwn() {
        var connection = new Connection(1, true);

        assertThatThrownBy(() -> EventStream.serve(connection, stream -> {
                    throw new IllegalStateException("ours");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(connection.isClosed()).isTrue();
    }
}
