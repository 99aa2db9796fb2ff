package org.schoolcase.record.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Parts of exports, kept under row-level security until they are taken or expire. */
@ApplicationScoped
class ExportParts {

    private static final String INSERT = """
            INSERT INTO export_part (export_id, student_id, content, sha256, row_count, assembled_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String SELECT =
            "SELECT student_id, content, sha256 FROM export_part WHERE export_id = ? AND expires_at > ?";

    /** A stored part. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Part(UUID studentId, byte[] json, String sha256) {}

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    ExportParts(AgroalDataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Stores a part; answers the SHA-256 of its JSON. */
    String store(UUID exportId, UUID studentId, StudentRecord.Assembled part, Instant expiresAt) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            var bytes = json.writeValueAsBytes(part.content());
            var sha256 = sha256(bytes);
            insert.setObject(1, exportId);
            insert.setObject(2, studentId);
            insert.setBytes(3, packed(bytes));
            insert.setString(4, sha256);
            insert.setInt(5, part.rows());
            insert.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setObject(7, expiresAt.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            return sha256;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("A part cannot be stored", e);
        }
    }

    Optional<Part> find(UUID exportId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setObject(1, exportId);
            select.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Part(row.getObject(1, UUID.class), unpacked(row.getBytes(2)), row.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("A part cannot be read", e);
        }
    }

    void delete(UUID exportId) {
        delete("DELETE FROM export_part WHERE export_id = ?", exportId);
    }

    void deleteOf(UUID studentId) {
        delete("DELETE FROM export_part WHERE student_id = ?", studentId);
    }

    void deleteExpired() {
        delete("DELETE FROM export_part WHERE expires_at <= ?", clock.instant().atOffset(ZoneOffset.UTC));
    }

    private void delete(String sql, Object value) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(sql)) {
            delete.setObject(1, value);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Parts cannot be deleted", e);
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
