package org.schoolcase.students.pull;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.pull.RecordRows.Row;

/** Makes the OneRoster CSV package of a run's pages, bulk or delta, one page in memory at a time. */
@ApplicationScoped
class PulledPackage {

    private final Rows rows;
    private final Tenants tenants;

    PulledPackage(Rows rows, Tenants tenants) {
        this.rows = rows;
        this.tenants = tenants;
    }

    /** The package in a file that the caller deletes; empty when nothing was read. */
    Optional<Path> write(UUID districtId, PullRun run) throws IOException {
        var files = filled(districtId, run.id());
        if (files.isEmpty()) {
            return Optional.empty();
        }
        var path = Files.createTempFile("roster-pull-", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            manifest(writer, files, run.isFull() ? "bulk" : "delta");
            for (var file : files) {
                zip.putNextEntry(new ZipEntry(file.fileName() + ".csv"));
                file(writer, districtId, run.id(), file);
            }
        } catch (IOException | RuntimeException e) {
            Files.delete(path);
            throw e;
        }
        return Optional.of(path);
    }

    private List<PulledFile> filled(UUID districtId, UUID runId) {
        return tenants
                .inDistrict(
                        districtId,
                        () -> rows.list(
                                Query.of("SELECT file FROM roster_pull_file WHERE run_id = ? AND records > 0", runId),
                                row -> PulledFile.named(row.getString(1)).orElseThrow()))
                .stream()
                .sorted()
                .toList();
    }

    private static void manifest(Writer writer, List<PulledFile> filled, String mode) throws IOException {
        writer.write("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
        for (var file : PulledFile.values()) {
            writer.write("file." + file.fileName() + "," + (filled.contains(file) ? mode : "absent") + "\n");
        }
        writer.flush();
    }

    private void file(Writer writer, UUID districtId, UUID runId, PulledFile file) throws IOException {
        var extensions = new TreeSet<String>();
        pages(districtId, runId, file, row -> extensions.addAll(row.metadata().keySet()));
        var header = new ArrayList<>(List.of("sourcedId", "status", "dateLastModified"));
        header.addAll(file.header());
        extensions.forEach(name -> header.add("metadata." + name));
        line(writer, header);
        var failure = new ArrayList<IOException>();
        pages(districtId, runId, file, row -> {
            try {
                line(writer, cells(row, extensions));
            } catch (IOException e) {
                failure.add(e);
            }
        });
        writer.flush();
        if (!failure.isEmpty()) {
            throw failure.getFirst();
        }
    }

    private static List<String> cells(Row row, Set<String> extensions) {
        var cells = new ArrayList<>(row.cells());
        extensions.forEach(name -> cells.add(row.metadata().getOrDefault(name, "")));
        return cells;
    }

    /** One short transaction per page. */
    private void pages(UUID districtId, UUID runId, PulledFile file, Consumer<Row> each) {
        var page = page(districtId, runId, file, 0);
        while (page.isPresent()) {
            page.get().lines().lines().map(RecordRows::row).forEach(each);
            page = page(districtId, runId, file, page.get().number());
        }
    }

    private record Page(int number, String lines) {}

    private Optional<Page> page(UUID districtId, UUID runId, PulledFile file, int after) {
        return tenants.inDistrict(
                districtId,
                () -> rows.first(
                        Query.of(
                                "SELECT page_no, lines FROM roster_pull_page WHERE run_id = ? AND file = ? AND page_no > ?"
                                        + " ORDER BY page_no LIMIT 1",
                                runId,
                                file.fileName(),
                                after),
                        row -> new Page(row.getInt(1), row.getString(2))));
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        var separator = "";
        for (var cell : cells) {
            writer.write(separator);
            writer.write(quoted(cell));
            separator = ",";
        }
        writer.write('\n');
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
