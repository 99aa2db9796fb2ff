package org.schoolcase.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

    private static final int SIZE = 256 << 10;

    private final List<byte[]> stored = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, SIZE, 3 * SIZE + 7})
    void givesBackWhatWasWrittenInStepsOfAnySize(int step) throws IOException {
        var content = new byte[2 * SIZE + 100];
        new Random(step).nextBytes(content);

        try (var out = cut()) {
            for (int at = 0; at < content.length; at += step) {
                out.write(content, at, Math.min(step, content.length - at));
            }
        }

        assertThat(stored).allMatch(piece -> piece.length <= SIZE).hasSizeLessThanOrEqualTo(4);
        try (var in = Pieces.join(this::piece)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void storesNothingOfNothing() throws IOException {
        cut().close();

        assertThat(stored).isEmpty();
        try (var in = Pieces.join(this::piece)) {
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void makesNoPieceOfAFlush() throws IOException {
        try (var out = cut()) {
            out.write(1);
            out.flush();
            out.write(new byte[] {2, 3});
            out.flush();
        }

        assertThat(stored).containsExactly(new byte[] {1, 2, 3});
    }

    @Test
    void fetchesNothingMoreForAReaderWhoLeaves() throws IOException {
        stored.add(new byte[] {1, 2});
        stored.add(new byte[] {3});
        var fetched = new ArrayList<Integer>();

        try (var in = Pieces.join(number -> {
            fetched.add(number);
            return piece(number);
        })) {
            assertThat(in.read()).isEqualTo(1);
        }

        assertThat(fetched).containsExactly(0);
    }

    private OutputStream cut() {
        return Pieces.cut((number, piece) -> {
            assertThat(number).isEqualTo(stored.size());
            stored.add(piece);
        });
    }

    private Optional<byte[]> piece(int number) {
        return number < stored.size() ? Optional.of(stored.get(number)) : Optional.empty();
    }
}
