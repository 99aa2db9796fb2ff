package org.schoolcase.record.privacy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.sql.Pieces;

/** The content of parts, in pieces in the database. */
@ApplicationScoped
class PartPieces {

    private final AgroalDataSource database;

    PartPieces(AgroalDataSource database) {
        this.database = database;
    }

    /** Stores what is written, for a part that has no pieces yet. */
    OutputStream writing(UUID exportId) {
        return Pieces.cut((number, piece) -> store(exportId, number, piece));
    }

    /** The pieces one after the other, each fetched when it is due. */
    InputStream reading(UUID exportId) {
        return Pieces.join(number -> fetch(exportId, number));
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

    private Optional<byte[]> fetch(UUID exportId, int number) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT bytes FROM export_part_piece WHERE export_id = ? AND piece_no = ?")) {
            select.setObject(1, exportId);
            select.setInt(2, number);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A piece cannot be read: SQL state " + e.getSQLState(), e);
        }
    }
}
