package org.schoolcase.students.privacy.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.archive.PartFile;

/** Finished exports, kept in pieces under row-level security until they expire. */
@ApplicationScoped
class ExportFiles {

    private static final int CHUNK = 256 << 10;

    /** What was stored. */
    record Stored(String sha256, long bytes) {}

    private final Rows rows;
    private final PrivacyConfig config;

    ExportFiles(Rows rows, PrivacyConfig config) {
        this.rows = rows;
        this.config = config;
    }

    Duration keep() {
        return config.exportKeep();
    }

    /** Stores a file while it is written: what is held is one piece. */
    @Transactional(TxType.MANDATORY)
    Stored store(UUID requestId, PartFile.Writer writer) throws IOException {
        delete(requestId);
        var pieces = new Pieces(requestId);
        try (pieces) {
            writer.write(pieces);
        }
        return pieces.stored();
    }

    /** Writes a file piece by piece, without holding it. */
    void write(UUID requestId, OutputStream out) throws IOException {
        for (int number = 0; ; number++) {
            var piece = rows.first(
                    Query.of("select bytes from access_file where request_id = ? and chunk_no = ?", requestId, number),
                    row -> row.getBytes(1));
            if (piece.isEmpty()) {
                return;
            }
            out.write(piece.get());
        }
    }

    void delete(UUID requestId) {
        rows.write("delete from access_file where request_id = ?", requestId);
    }

    void deleteExpired(java.time.OffsetDateTime now) {
        rows.write(
                "delete from access_file f using access_request r"
                        + " where r.district_id = f.district_id and r.id = f.request_id"
                        + " and (r.expires_at <= ? or r.state = 'WITHDRAWN')",
                now);
    }

    /** Cuts what is written into pieces and stores each. */
    private final class Pieces extends OutputStream {

        private final UUID requestId;
        private final MessageDigest digest = sha256();
        private final byte[] piece = new byte[CHUNK];
        private int filled;
        private int number;
        private long bytes;

        Pieces(UUID requestId) {
            this.requestId = requestId;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] source, int from, int length) {
            for (int done = 0; done < length; ) {
                int fits = Math.min(CHUNK - filled, length - done);
                System.arraycopy(source, from + done, piece, filled, fits);
                filled += fits;
                done += fits;
                if (filled == CHUNK) {
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
            digest.update(piece, 0, filled);
            bytes += filled;
            rows.write(
                    "insert into access_file (request_id, chunk_no, bytes) values (?, ?, ?)",
                    requestId,
                    number++,
                    Arrays.copyOf(piece, filled));
            filled = 0;
        }

        Stored stored() {
            return new Stored(HexFormat.of().formatHex(digest.digest()), bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
