package org.schoolcase.kit.sql;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntFunction;

/** Content of any size as rows of at most 256 KiB, numbered from 0, so that no more than one of them is in memory. */
public final class Pieces {

    private static final int SIZE = 256 << 10;

    /** Stores a piece. */
    @FunctionalInterface
    public interface Store {
        void put(int number, byte[] piece);
    }

    private Pieces() {}

    /** Stores what is written; whole when it is closed. A flush stores nothing: each would make a piece of its own. */
    public static OutputStream cut(Store store) {
        return new Unflushed(new BufferedOutputStream(new Cut(store), SIZE));
    }

    /**
     * What was stored, each piece fetched when the one before has been read.
     *
     * @param fetch the piece of a number, or empty after the last
     */
    public static InputStream join(IntFunction<Optional<byte[]>> fetch) {
        return new Joined(new Fetched(fetch));
    }

    private static final class Unflushed extends FilterOutputStream {

        Unflushed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] source, int from, int length) throws IOException {
            out.write(source, from, length);
        }

        @Override
        public void flush() {
            // When it is closed.
        }
    }

    /** Closed early, it does not fetch what nobody reads. */
    private static final class Joined extends SequenceInputStream {

        Joined(Fetched pieces) {
            super(pieces);
        }

        @Override
        public void close() {
            // Pieces are in memory.
        }
    }

    private static final class Cut extends OutputStream {

        private final Store store;
        private int number;

        Cut(Store store) {
            this.store = store;
        }

        @Override
        public void write(int one) {
            store.put(number++, new byte[] {(byte) one});
        }

        /** The buffer before it hands on what is larger than itself as it is. */
        @Override
        public void write(byte[] source, int from, int length) {
            for (int at = from; at < from + length; at += SIZE) {
                store.put(number++, Arrays.copyOfRange(source, at, Math.min(at + SIZE, from + length)));
            }
        }
    }

    @SuppressWarnings("JdkObsolete") // what SequenceInputStream takes
    private static final class Fetched implements Enumeration<InputStream> {

        private final IntFunction<Optional<byte[]>> fetch;
        private Optional<byte[]> next = Optional.empty();
        private int number;

        Fetched(IntFunction<Optional<byte[]>> fetch) {
            this.fetch = fetch;
        }

        @Override
        public boolean hasMoreElements() {
            if (next.isEmpty()) {
                next = fetch.apply(number);
            }
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException("There is no piece " + number);
            }
            var piece = next.orElseThrow();
            next = Optional.empty();
            number++;
            return new ByteArrayInputStream(piece);
        }
    }
}
