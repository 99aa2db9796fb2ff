package org.schoolcase.students.privacy.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A record of any size is worked off in little memory: shown in a process that has less than the record. */
@NullMarked
class BigRecordTest {

    private static final int ROWS = 100_000;
    private static final String TEXT = "What was said in the meeting. ".repeat(30);

    @Test
    void needsLessMemoryThanTheRecordHas() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

        var process = new ProcessBuilder(java, "-Xmx24m", "-cp", classes, Little.class.getName())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains("rows " + ROWS).contains("service/note.json").contains("service/note.csv");
        assertThat(process.exitValue()).isZero();
    }

    /** The process. */
    static final class Little {

        private Little() {}

        public static void main(String[] none) throws IOException {
            var json = new ObjectMapper();
            try (var part = PartFile.write("service", json, Little::write);
                    var zip = new ZipOutputStream(OutputStream.nullOutputStream()) {
                        @Override
                        public void putNextEntry(java.util.zip.ZipEntry entry) throws IOException {
                            System.out.println(entry.getName());
                            super.putNextEntry(entry);
                        }
                    }) {
                var outline = Outline.of(part);
                System.out.println(
                        "rows " + outline.kinds().values().iterator().next().rows());
                RecordArchive.rows(zip, List.of(part), List.of(outline), Redaction.NONE, json);
            }
        }

        /** About 100 MB. */
        private static void write(OutputStream out) throws IOException {
            out.write("{\"kinds\": {\"note\": [".getBytes(UTF_8));
            for (int i = 0; i < ROWS; i++) {
                out.write(((i == 0 ? "" : ",") + "{\"id\": " + i + ", \"text\": \"" + TEXT + "\"}").getBytes(UTF_8));
            }
            out.write("]}, \"withheld\": {}}".getBytes(UTF_8));
        }
    }
}
