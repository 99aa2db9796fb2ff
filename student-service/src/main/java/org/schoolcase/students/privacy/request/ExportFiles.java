package org.schoolcase.students.privacy.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Finished exports, kept in pieces under row-level security until they expire. */
@ApplicationScoped
class ExportFiles {

    private static final int CHUNK = 256 << 10;

    /** What was stored. */
    record Stored(String sha256, long bytes) {}

    private final Rows rows;

    ExportFiles(Rows rows) {
        this.rows = rows;
    }

    @Transactional(TxType.MANDATORY)
    Stored store(UUID requestId, byte[] file) {
        delete(requestId);
        for (int number = 0; number * CHUNK < file.length; number++) {
            rows.write(
                    "insert into access_file (request_id, chunk_no, bytes) values (?, ?, ?)",
                    requestId,
                    number,
                    Arrays.copyOfRange(file, number * CHUNK, Math.min(file.length, (number + 1) * CHUNK)));
        }
        return new Stored(sha256(file), file.length);
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
