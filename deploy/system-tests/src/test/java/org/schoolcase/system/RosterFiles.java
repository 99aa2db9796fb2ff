package org.schoolcase.system;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.schoolcase.local.DemoWorld.District;

/** The files of a OneRoster package as rows that a test changes, and packs again. */
final class RosterFiles {

    static final List<String> FILES =
            List.of("orgs", "academicSessions", "courses", "classes", "users", "roles", "enrollments", "demographics");

    private final String version;
    private final String mode;
    private final Map<String, List<Map<String, String>>> files = new TreeMap<>();

    private RosterFiles(String version, String mode) {
        this.version = version;
        this.mode = mode;
    }

    /** The roster of a demo district: OneRoster 1.1, bulk. */
    static RosterFiles demo(World world, District district) {
        var roster = new RosterFiles("1.1", "bulk");
        var folder = world.suite().options().root().resolve("deploy/demo").resolve(district.roster());
        FILES.stream()
                .filter(file -> !file.equals("roles"))
                .forEach(file -> roster.files.put(file, read(folder.resolve(file + ".csv"))));
        return roster;
    }

    /** A package of OneRoster 1.2 without rows, which says what has changed. */
    static RosterFiles delta() {
        return new RosterFiles("1.2", "delta");
    }

    /** The rows of a file, to be read and removed. */
    List<Map<String, String>> rows(String file) {
        return files.computeIfAbsent(file, _ -> new ArrayList<>());
    }

    /** Adds a row as it is, its columns in the order of the standard. */
    RosterFiles add(String file, Map<String, String> row) {
        rows(file).add(row);
        return this;
    }

    /** Leaves out the people with these ids, and all that is said about them. */
    RosterFiles without(Collection<String> users) {
        rows("users").removeIf(row -> users.contains(row.get("sourcedId")));
        rows("demographics").removeIf(row -> users.contains(row.get("sourcedId")));
        rows("enrollments").removeIf(row -> users.contains(row.get("userSourcedId")));
        return this;
    }

    byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "manifest.csv", manifest());
            for (var file : files.entrySet()) {
                entry(zip, file.getKey() + ".csv", csv(file.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String manifest() {
        var text = new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version," + version + "\n");
        FILES.stream()
                .filter(file -> !file.equals("roles") || version.equals("1.2"))
                .forEach(
                        file -> text.append("file.%s,%s%n".formatted(file, files.containsKey(file) ? mode : "absent")));
        return text.toString();
    }

    private static String csv(List<Map<String, String>> rows) throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(rows.getFirst().keySet());
            rows.forEach(row -> csv.writeRecord(row.values()));
        }
        return text.toString();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static List<Map<String, String>> read(Path file) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            var rows = new ArrayList<Map<String, String>>();
            for (NamedCsvRecord row : csv) {
                rows.add(new LinkedHashMap<>(row.getFieldsAsMap()));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
