package org.schoolcase.record.privacy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Parts of exports, kept under row-level security until they are taken or expire; never whole in memory. */
@ApplicationScoped
class ExportParts {

    private static final int BUFFER = 16 << 10;
    private static final String INSERT = """
            INSERT INTO export_part (export_id, student_id, sha256, row_count, assembled_at, expires_at)
            VALUES (?, ?, '', 0, ?, ?)""";
    private static final String CLOSE = "UPDATE export_part SET sha256 = ?, row_count = ? WHERE export_id = ?";
    private static final String SELECT =
            "SELECT student_id, sha256 FROM export_part WHERE export_id = ? AND expires_at > ?";

    private static final String DELETE_OF =
            "DELETE FROM export_part WHERE student_id IN (SELECT id FROM " + Whose.RECORDS + ")";

    /** A part that lies ready. */
    record Part(UUID studentId, String sha256) {}

    /** What was stored: the SHA-256 of the JSON, and how many rows it has. */
    record Stored(String sha256, int rows) {}

    /** Writes the JSON of a part; answers its number of rows. */
    @FunctionalInterface
    interface Content {
        int write(OutputStream out) throws IOException;
    }

    private final AgroalDataSource database;
    private final PartPieces pieces;
    private final Clock clock;

    ExportParts(AgroalDataSource database, PartPieces pieces, Clock clock) {
        this.database = database;
        this.pieces = pieces;
        this.clock = clock;
    }

    /** Stores a part while it is written; a part that was assembled before for the same export gives way. */
    @Transactional(TxType.MANDATORY)
    Stored store(UUID exportId, UUID studentId, Instant expiresAt, Content content) {
        delete(exportId);
        run(INSERT, exportId, studentId, clock.instant().atOffset(ZoneOffset.UTC), expiresAt.atOffset(ZoneOffset.UTC));
        var digest = DigestUtils.getSha256Digest();
        int rows;
        try (var out = new DigestOutputStream(new GZIPOutputStream(pieces.writing(exportId), BUFFER), digest)) {
            rows = content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("A part cannot be stored", e);
        }
        var stored = new Stored(Hex.encodeHexString(digest.digest()), rows);
        run(CLOSE, stored.sha256(), stored.rows(), exportId);
        return stored;
    }

    Optional<Part> find(UUID exportId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setObject(1, exportId);
            select.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Part(row.getObject(1, UUID.class), row.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A part cannot be read: SQL state " + e.getSQLState(), e);
        }
    }

    /** Writes the JSON of a part, piece by piece. */
    void write(UUID exportId, OutputStream out) throws IOException {
        try (var json = new GZIPInputStream(pieces.reading(exportId), BUFFER)) {
            json.transferTo(out);
        }
    }

    void delete(UUID exportId) {
        run("DELETE FROM export_part WHERE export_id = ?", exportId);
    }

    void deleteOf(Whose whose) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(DELETE_OF)) {
            whose.set(delete, 1);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Parts cannot be deleted: SQL state " + e.getSQLState(), e);
        }
    }

    void deleteExpired() {
        run("DELETE FROM export_part WHERE expires_at <= ?", clock.instant().atOffset(ZoneOffset.UTC));
    }

    private void run(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Parts cannot be written: SQL state " + e.getSQLState(), e);
        }
    }
}
