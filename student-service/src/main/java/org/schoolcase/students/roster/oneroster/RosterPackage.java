package org.schoolcase.students.roster.oneroster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An opened package: ZIP, names, sizes and manifest are checked; rows are streamed on demand. */
public final class RosterPackage implements AutoCloseable {

    /** Takes what a file holds, row by row. */
    public interface Sink {

        /** Takes a good row. */
        void row(RosterRow row);

        /** A row was kept out; its findings have been told. The sourcedId is there when the row has a valid one. */
        void rejected(long line, @Nullable String sourcedId);

        /** Takes what is wrong with a row. */
        void found(Finding finding);
    }

    private final ZipContent content;
    private final Manifest manifest;
    private final Limits limits;

    private RosterPackage(ZipContent content, Manifest manifest, Limits limits) {
        this.content = content;
        this.manifest = manifest;
        this.limits = limits;
    }

    /** Opens a package; throws a {@link PackageFault} when it is none. */
    public static RosterPackage open(Path zip, Limits limits) {
        try {
            var content = ZipContent.open(zip, limits);
            try {
                return new RosterPackage(content, manifest(content, limits), limits);
            } catch (IOException | RuntimeException e) {
                content.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest(ZipContent content, Limits limits) throws IOException {
        var parser = new Manifest.Parser();
        try (var input = content.open(Manifest.FILE)) {
            new CsvLines(Manifest.FILE, limits).read(input, parser);
        }
        return parser.manifest(content.names());
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Reads every file once and looks at what belongs to none of its rows: encoding, quotes, lengths, headers.
     *
     * @return number of rows per file
     */
    public Map<String, Long> checkStructure() {
        var rows = new HashMap<String, Long>();
        for (var name : new TreeSet<>(manifest.files().keySet())) {
            rows.put(name, checkFile(name));
        }
        return rows;
    }

    private long checkFile(String name) {
        var check = new HeaderCheck(
                name + ".csv",
                RosterFile.find(name)
                        .map(file -> file.layouts(manifest.version()))
                        .orElse(List.of()));
        lines(name, check);
        if (check.rows() == 0
                && manifest.files().get(name) == Mode.BULK
                && RosterFile.find(name).isPresent()) {
            throw PackageFault.ofFile(
                    "schema.no_rows", name + ".csv", "A bulk file without rows would end every record of its kind.");
        }
        return check.rows();
    }

    /**
     * Streams the rows of a file; for 1.1, those of roles are made from users.
     *
     * @param strict quirks of real exports, else understood, keep their row out
     */
    public void read(RosterFile file, boolean strict, Sink sink) {
        var source = manifest.source(file);
        lines(source.fileName(), new RowReader(source, manifest, sink, source != file, strict));
    }

    /** Streams what the rows of a file that is not imported point to. */
    public void readReferences(String file, IgnoredFile.Sink sink) {
        lines(file, new IgnoredFile(sink));
    }

    /** Files that the standard knows and this suite does not import. */
    public Set<String> ignored() {
        var names = new TreeSet<>(manifest.files().keySet());
        names.removeIf(name -> RosterFile.find(name).isPresent());
        return names;
    }

    private void lines(String name, CsvLines.Sink sink) {
        try (var input = content.open(name + ".csv")) {
            new CsvLines(name + ".csv", limits).read(input, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
