package org.schoolcase.students.privacy.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.schoolcase.kit.sql.Pieces;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.archive.PartFile;

/** Finished exports, kept in pieces under row-level security until they expire. */
@ApplicationScoped
class ExportFiles {

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
        var digest = DigestUtils.getSha256Digest();
        var bytes = new AtomicLong();
        try (var out = new DigestOutputStream(
                Pieces.cut((number, piece) -> bytes.addAndGet(put(requestId, number, piece))), digest)) {
            writer.write(out);
        }
        return new Stored(Hex.encodeHexString(digest.digest()), bytes.get());
    }

    private int put(UUID requestId, int number, byte[] piece) {
        rows.write("insert into access_file (request_id, chunk_no, bytes) values (?, ?, ?)", requestId, number, piece);
        return piece.length;
    }

    /** Writes a file piece by piece, without holding it. */
    void write(UUID requestId, OutputStream out) throws IOException {
        try (var file = Pieces.join(number -> rows.first(
                Query.of("select bytes from access_file where request_id = ? and chunk_no = ?", requestId, number),
                row -> row.getBytes(1)))) {
            file.transferTo(out);
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
}
