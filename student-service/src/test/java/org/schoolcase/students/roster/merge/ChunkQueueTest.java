package org.schoolcase.students.roster.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChunkQueueTest {

    @Test
    void readsAheadWhileNobodyElseWaits() throws SQLException {
        var bothRead = new CountDownLatch(2);
        var lines = new ArrayList<Long>();

        queue(true)
                .run(
                        queue -> {
                            put(queue, 1);
                            bothRead.countDown();
                            put(queue, 2);
                            bothRead.countDown();
                        },
                        chunk -> {
                            await(bothRead);
                            lines.add(chunk.line());
                        });

        assertThat(lines).containsExactly(1L, 2L);
    }

    @Test
    void readsOnlyWhatIsWrittenWhileOthersWait() throws SQLException {
        var steps = Collections.synchronizedList(new ArrayList<String>());

        queue(false)
                .run(
                        queue -> {
                            for (int line = 1; line <= 3; line++) {
                                put(queue, line);
                                steps.add("read on after " + line);
                            }
                        },
                        chunk -> steps.add("wrote " + chunk.line()));

        assertThat(steps)
                .containsExactly(
                        "wrote 1", "read on after 1", "wrote 2", "read on after 2", "wrote 3", "read on after 3");
    }

    @Test
    void stopsTheReaderWhenTheWriterFails() {
        assertThatThrownBy(() -> queue(false)
                        .run(
                                queue -> {
                                    put(queue, 1);
                                    put(queue, 2);
                                },
                                chunk -> {
                                    throw new SQLException("no");
                                }))
                .isInstanceOf(SQLException.class);
    }

    private static void put(ChunkQueue queue, long line) {
        queue.put(new Chunk(line, List.of(), List.of(), 0, 0));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ChunkQueue queue(boolean quiet) {
        return new ChunkQueue(() -> quiet, new Breaks(() -> true));
    }
}
