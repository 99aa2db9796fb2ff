package org.schoolcase.students.roster;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** Keeps packages in the database until their import has ended, so that any replica can work them off, also after a crash. */
@ApplicationScoped
class PackageStore {

    private static final int CHUNK = 1 << 20;
    private static final int CHUNKS_PER_TRANSACTION = 8;

    private static final String INSERT =
            "INSERT INTO roster_package_chunk (import_id, chunk_no, bytes) VALUES (?, ?, ?)";
    private static final String READ = "SELECT bytes FROM roster_package_chunk WHERE import_id = ? AND chunk_no = ?";
    private static final String DELETE = "DELETE FROM roster_package_chunk WHERE import_id = ?";
    private static final String DELETE_ORPHANS = """
            DELETE FROM roster_package_chunk c
             WHERE c.received_at < now() - interval '1 hour'
               AND NOT EXISTS (SELECT FROM roster_import i
                                WHERE i.id = c.import_id AND i.state IN ('QUEUED', 'RUNNING', 'AWAITING_CONFIRMATION'))
            """;

    private final AgroalDataSource dataSource;

    PackageStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Stores a package in short transactions; it counts only once its import is there. */
    void store(UUID importId, Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            int next = 0;
            boolean more = true;
            while (more) {
                int first = next;
                int stored = QuarkusTransaction.requiringNew().call(() -> store(importId, input, first));
                next += stored;
                more = stored == CHUNKS_PER_TRANSACTION;
            }
        }
    }

    private int store(UUID importId, InputStream input, int first) throws IOException, SQLException {
        var buffer = new byte[CHUNK];
        int stored = 0;
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (int read = input.readNBytes(buffer, 0, CHUNK); read > 0; read = next(input, buffer, stored)) {
                insert.setObject(1, importId);
                insert.setInt(2, first + stored);
                insert.setBytes(3, read == CHUNK ? buffer : Arrays.copyOf(buffer, read));
                insert.executeUpdate();
                stored++;
            }
        }
        return stored;
    }

    private static int next(InputStream input, byte[] buffer, int stored) throws IOException {
        return stored == CHUNKS_PER_TRANSACTION ? 0 : input.readNBytes(buffer, 0, CHUNK);
    }

    /** Writes a stored package into a file. Needs a transaction of its district. */
    void load(UUID importId, Path file) {
        try (var out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING);
                var connection = dataSource.getConnection();
                var read = connection.prepareStatement(READ)) {
            read.setObject(1, importId);
            for (int chunk = 0; ; chunk++) {
                read.setInt(2, chunk);
                try (var row = read.executeQuery()) {
                    if (!row.next()) {
                        return;
                    }
                    out.write(row.getBytes(1));
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("A stored package cannot be read", e);
        }
    }

    /** Removes a package, and what crashed uploads of the district left. Needs a transaction. */
    void delete(UUID importId) {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement(DELETE);
                var orphans = connection.prepareStatement(DELETE_ORPHANS)) {
            delete.setObject(1, importId);
            delete.executeUpdate();
            orphans.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A stored package cannot be deleted", e);
        }
    }
}
