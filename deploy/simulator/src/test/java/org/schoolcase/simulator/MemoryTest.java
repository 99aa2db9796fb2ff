package org.schoolcase.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A district of any size is written in little memory: shown in a process that could not hold it. */
class MemoryTest {

    private static final int STUDENTS = 200_000;

    @Test
    void writesALargeDistrictInLittleMemory(@TempDir Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

        var output = folder.resolve("said.txt");
        var process = new ProcessBuilder(java, "-Xmx16m", "-XX:+UseSerialGC", "-cp", classes, Little.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }

        var said = Files.readString(output);
        assertThat(said)
                .as(said)
                .contains("users.csv", "enrollments.csv", "attendance.csv", "cases.jsonl", "all written");
        assertThat(process.exitValue()).isZero();
    }

    /** The process: the roster as a ZIP, and the data of the services, to nowhere. */
    static final class Little {

        private Little() {}

        public static void main(String[] none) throws IOException {
            var district = District.of(1, STUDENTS);
            new Simulator(district).writeRoster(OutputStream.nullOutputStream());
            new RosterFiles(district).writeTo(new Nowhere());
            new ServiceFiles(district, 2).writeTo(new Nowhere());
            System.out.println("all written");
        }
    }

    /** Says which files were written. */
    private static final class Nowhere implements FileSet {

        @Override
        public void file(String name, Consumer<Writer> content) throws IOException {
            try (var text = Writer.nullWriter()) {
                content.accept(text);
            }
            System.out.println(name);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
