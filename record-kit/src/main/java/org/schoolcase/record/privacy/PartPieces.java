package org.schoolcase.record.privacy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The content of parts in pieces of 256 KiB in the database, of which one is held at a time. */
@ApplicationScoped
class PartPieces {

    private static final int SIZE = 256 << 10;

    private final AgroalDataSource database;

    PartPieces(AgroalDataSource database) {
        this.database = database;
    }

    /** Stores what is written, for a part that has no pieces yet. */
    OutputStream writing(UUID exportId) {
        return new Out(exportId);
    }

    /** The pieces one after the other, each fetched when it is due. */
    InputStream reading(UUID exportId) {
        return new In(exportId);
    }

    private void store(UUID exportId, int number, byte[] piece) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO export_part_piece (export_id, piece_no, bytes) VALUES (?, ?, ?)")) {
            insert.setObject(1, exportId);
            insert.setInt(2, number);
            insert.setBytes(3, piece);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A piece cannot be stored: SQL state " + e.getSQLState(), e);
        }
    }

    private byte @Nullable [] fetch(UUID exportId, int number) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT bytes FROM export_part_piece WHERE export_id = ? AND piece_no = ?")) {
            select.setObject(1, exportId);
            select.setInt(2, number);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A piece cannot be read: SQL state " + e.getSQLState(), e);
        }
    }

    /** Cuts what is written into pieces. */
    private final class Out extends OutputStream {

        private final UUID exportId;
        private final byte[] piece = new byte[SIZE];
        private int filled;
        private int number;

        Out(UUID exportId) {
            this.exportId = exportId;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] source, int from, int length) {
            for (int done = 0; done < length; ) {
                int fits = Math.min(SIZE - filled, length - done);
                System.arraycopy(source, from + done, piece, filled, fits);
                filled += fits;
                done += fits;
                if (filled == SIZE) {
                    send();
                }
            }
        }

        @Override
        public void close() {
            if (filled > 0) {
                send();
            }
        }

        private void send() {
            store(exportId, number++, Arrays.copyOf(piece, filled));
            filled = 0;
        }
    }

    /** Fetches a piece when the one before has been read. */
    private final class In extends InputStream {

        private final UUID exportId;
        private byte @Nullable [] piece = {};
        private int read;
        private int number;

        In(UUID exportId) {
            this.exportId = exportId;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (piece != null && read == piece.length) {
                piece = fetch(exportId, number++);
                read = 0;
            }
            if (piece == null) {
                return -1;
            }
            int given = Math.min(length, piece.length - read);
            System.arraycopy(piece, read, target, from, given);
            read += given;
            return given;
        }

        /** GZIP asks whether a further file follows; none does. */
        @Override
        public int available() {
            return piece == null ? 0 : piece.length - read;
        }
    }
}
