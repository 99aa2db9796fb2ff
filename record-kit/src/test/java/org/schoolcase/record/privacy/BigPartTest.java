package org.schoolcase.record.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A part of any size is assembled and handed over in little memory: shown in a process that has less than the part. */
@NullMarked
class BigPartTest {

    private static final int ROWS = 100_000;

    /** About 95 MB, which compression makes little smaller than half. */
    private static final String SCHEMA = """
            CREATE TABLE export_part (export_id uuid PRIMARY KEY, student_id uuid, sha256 text, row_count integer,
                                      assembled_at timestamptz, expires_at timestamptz);
            CREATE TABLE export_part_piece (export_id uuid REFERENCES export_part ON DELETE CASCADE, piece_no integer, bytes bytea);
            CREATE FUNCTION records_of(whose uuid, told uuid[], asked timestamptz) RETURNS TABLE (id uuid) LANGUAGE sql AS 'SELECT whose';
            CREATE FUNCTION withheld_of(whose uuid) RETURNS TABLE (kind text, rows_withheld bigint) LANGUAGE sql
                AS $$ SELECT 'court_order', 2::bigint $$;
            CREATE FUNCTION record_of(whose uuid) RETURNS TABLE (kind text, content jsonb) LANGUAGE sql AS $$
                SELECT 'note', jsonb_build_object('id', i, 'text',
                       (SELECT string_agg(md5(i::text || j), ' ') FROM generate_series(1, 28) j))
                  FROM generate_series(1, %d) i $$;
            """.formatted(ROWS);

    @Test
    void needsLessMemoryThanThePartHas() throws IOException, InterruptedException, SQLException {
        try (var postgres = EmbeddedPostgres.start()) {
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(SCHEMA);
            }
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

            var process = new ProcessBuilder(
                            java,
                            "-Xmx24m",
                            "-cp",
                            classes,
                            Little.class.getName(),
                            postgres.getJdbcUrl("postgres", "postgres"))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);

            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(said).contains("rows " + ROWS, "whole true", "withheld true");
            assertThat(process.exitValue()).isZero();
        }
    }

    /** The process. */
    static final class Little {

        private static final UUID EXPORT = new UUID(0, 1);

        private Little() {}

        public static void main(String[] url) throws Exception {
            try (var connection = DriverManager.getConnection(url[0])) {
                connection.setAutoCommit(false);
                var database = only(connection);
                var record = new StudentRecord(database, new ObjectMapper(), "service");
                var parts = new ExportParts(database, new PartPieces(database), Clock.systemUTC());
                var expires = Instant.now().plusSeconds(600);
                var whose = new Whose(EXPORT, List.of(), Instant.now());
                var stored = parts.store(EXPORT, EXPORT, expires, out -> record.write(whose, out));
                System.out.println("rows " + stored.rows());

                var end = new End();
                var digest = MessageDigest.getInstance("SHA-256");
                parts.write(EXPORT, new DigestOutputStream(end, digest));
                var sha256 = HexFormat.of().formatHex(digest.digest());
                System.out.println("whole " + (end.bytes > 90 << 20 && sha256.equals(stored.sha256())));
                System.out.println("withheld " + end.last.toString().endsWith("\"withheld\":{\"court_order\":2}}"));
            }
        }

        /** As in a transaction of the service: whoever asks gets the same connection, and closing it leaves it open. */
        private static AgroalDataSource only(Connection connection) {
            var loader = Little.class.getClassLoader();
            var open = Proxy.newProxyInstance(
                    loader,
                    new Class<?>[] {Connection.class},
                    (_, method, values) -> method.getName().equals("close") ? null : method.invoke(connection, values));
            return (AgroalDataSource)
                    Proxy.newProxyInstance(loader, new Class<?>[] {AgroalDataSource.class}, (_, _, _) -> open);
        }
    }

    /** Counts what is written and remembers the end of it. */
    private static final class End extends OutputStream {

        private final StringBuilder last = new StringBuilder();
        private long bytes;

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] source, int from, int length) {
            bytes += length;
            last.append(new String(source, from, length, UTF_8));
            last.delete(0, Math.max(0, last.length() - 100));
        }
    }
}
