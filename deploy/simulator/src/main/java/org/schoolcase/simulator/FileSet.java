package org.schoolcase.simulator;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Where files go, one after the other: a folder, or a ZIP with the same bytes every time. */
interface FileSet extends Closeable {

    /** Writes one file. */
    void file(String name, Consumer<Writer> content) throws IOException;

    static FileSet folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new FileSet() {
            @Override
            public void file(String name, Consumer<Writer> content) throws IOException {
                try (var text = Files.newBufferedWriter(folder.resolve(name))) {
                    content.accept(text);
                }
            }

            @Override
            public void close() {
                // Each file is closed when it is written.
            }
        };
    }

    static FileSet zip(OutputStream out) {
        var zip = new ZipOutputStream(out);
        return new FileSet() {
            @Override
            public void file(String name, Consumer<Writer> content) throws IOException {
                var entry = new ZipEntry(name);
                entry.setTime(0);
                zip.putNextEntry(entry);
                var text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
                content.accept(text);
                text.flush();
                zip.closeEntry();
            }

            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }
}
