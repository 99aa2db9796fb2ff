package org.schoolcase.students.pull;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.pull.RecordRows.Row;
import org.schoolcase.students.pull.SisClient.Page;

/** Reads all collections of a source page by page; each page and the place behind it are stored in one transaction. */
@ApplicationScoped
class PullReader {

    private static final Pattern NEXT = Pattern.compile("<([^<>]{1,2000})>\\s*;[^,<]*rel=\"?next\"?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int MOST_PAGES = 100_000;

    /** Counts repeated requests, also of a run that fails. */
    static final class Repeated {
        private @Nullable SisClient client;

        long times() {
            return client == null ? 0 : client.repeated();
        }
    }

    private final Tenants tenants;
    private final RosterSources sources;
    private final PullRuns runs;
    private final EndedRoles endedRoles;
    private final Connections connections;

    PullReader(Tenants tenants, RosterSources sources, PullRuns runs, EndedRoles endedRoles, Connections connections) {
        this.tenants = tenants;
        this.sources = sources;
        this.runs = runs;
        this.endedRoles = endedRoles;
        this.connections = connections;
    }

    /** What it takes to talk to a source. */
    @ApplicationScoped
    static class Connections {

        private final Wire wire;
        private final SecretBox box;
        private final PullConfig config;
        private final Clock clock;

        Connections(Wire wire, SecretBox box, PullConfig config, Clock clock) {
            this.wire = wire;
            this.box = box;
            this.config = config;
            this.clock = clock;
        }

        SisClient open(RosterSource source, byte[] secret) {
            return new SisClient(wire, config, clock, source, box.open(source.id(), secret));
        }

        int pageSize() {
            return config.pageSize();
        }

        Instant lease() {
            return clock.instant().plus(config.lease());
        }

        /** The time of the other side, reaching back for what it writes late. */
        Instant readUntil(Page page) {
            return Optional.ofNullable(page.date()).orElseGet(clock::instant).minus(config.overlap());
        }
    }

    /** Reads what is left of a run. */
    void read(UUID districtId, PullRun run, Repeated repeated) {
        var source = tenants.inDistrict(
                districtId, () -> sources.find(run.sourceId()).orElseThrow());
        var client = connections.open(source, tenants.inDistrict(districtId, () -> sources.secret(run.sourceId())));
        repeated.client = client;
        var files = PulledFile.readable(source.scopes());
        int begin = run.place() == null
                ? 0
                : Math.max(0, files.indexOf(PulledFile.named(run.place()).orElse(PulledFile.ORGS)));
        for (int i = begin; i < files.size(); i++) {
            var first = i == begin && run.next() != null ? run.next() : first(source, run, files.get(i));
            var following = i + 1 < files.size() ? files.get(i + 1) : null;
            file(new Reading(districtId, run, source, client, files.get(i), following), first);
        }
    }

    private record Reading(
            UUID districtId,
            PullRun run,
            RosterSource source,
            SisClient client,
            PulledFile file,
            @Nullable PulledFile following) {}

    private void file(Reading reading, String first) {
        if (first.isEmpty()) {
            return;
        }
        var url = first;
        for (int page = 0; page < MOST_PAGES; page++) {
            var answer = reading.client().page(URI.create(url));
            var records = records(reading.file(), answer.body());
            var next = next(reading.source(), url, answer, records.size());
            if (next.filter(url::equals).isPresent()) {
                throw PullFailure.lasting("link.circle");
            }
            store(reading, answer, records, next.orElse(null));
            if (next.isEmpty()) {
                return;
            }
            url = next.get();
        }
        throw PullFailure.lasting("link.too-many-pages");
    }

    private void store(Reading reading, Page answer, List<JsonNode> records, @Nullable String next) {
        var made = new RecordRows(reading.run().isFull());
        var rows = made.rows(reading.file(), records);
        // The end of the last file is a place of its own: nothing of it is left.
        boolean atEnd = next == null && reading.following() == null;
        var place = next != null || reading.following() == null ? reading.file() : reading.following();
        tenants.runInDistrict(reading.districtId(), () -> {
            proceed(reading.run(), place, atEnd ? "" : next, connections.readUntil(answer));
            if (!reading.run().isFull()) {
                endedRoles.addTo(reading.districtId(), rows);
            }
            keep(reading, rows, made.findings());
        });
    }

    /** Undoes the transaction when another replica has taken the run over. */
    private void proceed(PullRun run, PulledFile place, @Nullable String next, Instant readUntil) {
        if (!runs.proceed(run, place.fileName(), next, readUntil, connections.lease())) {
            throw PullFailure.passing("lease.lost", Duration.ZERO);
        }
    }

    private void keep(Reading reading, Map<PulledFile, List<Row>> rows, Map<String, Long> findings) {
        rows.forEach(
                (file, made) -> runs.keep(reading.run().id(), file.fileName(), RecordRows.lines(made), made.size()));
        findings.forEach(
                (code, times) -> runs.found(reading.run().id(), reading.file().fileName(), code, times));
    }

    private String first(RosterSource source, PullRun run, PulledFile file) {
        var url = source.baseUrl() + "/" + file.fileName() + "?limit=" + connections.pageSize() + "&offset=0";
        return run.since() == null
                ? url
                : url + "&filter="
                        + URLEncoder.encode(
                                "dateLastModified>='" + TIME.format(run.since()) + "'", StandardCharsets.UTF_8)
                        + "&sort=dateLastModified&orderBy=asc";
    }

    /** The list in the envelope; some systems name it after the path, some wrap nothing around an empty one. */
    private static List<JsonNode> records(PulledFile file, JsonNode body) {
        var list = body.path(file.fileName());
        if (!list.isArray()) {
            throw PullFailure.lasting("answer.without-" + file.fileName());
        }
        var records = new java.util.ArrayList<JsonNode>();
        list.forEach(records::add);
        return records;
    }

    /** By the link where there are links, else by the offset until the total is reached or a page is not full. */
    private Optional<String> next(RosterSource source, String url, Page page, int records) {
        if (page.link() != null) {
            var link = NEXT.matcher(page.link());
            return link.find() ? Optional.of(resolved(source, url, link.group(1))) : Optional.empty();
        }
        long offset = offset(url) + records;
        boolean more = isNumber(page.total())
                ? offset < Long.parseLong(String.valueOf(page.total()))
                : records >= connections.pageSize();
        return records > 0 && more
                ? Optional.of(url.replaceFirst("offset=\\d+", "offset=" + offset))
                : Optional.empty();
    }

    private static String resolved(RosterSource source, String url, String link) {
        try {
            var next = URI.create(url).resolve(link);
            if (!source.isHere(next)) {
                throw PullFailure.lasting("link.other-server");
            }
            return next.toString();
        } catch (IllegalArgumentException e) {
            throw PullFailure.lasting("link.malformed");
        }
    }

    private static long offset(String url) {
        var offset = Pattern.compile("offset=(\\d{1,12})").matcher(url);
        return offset.find() ? Long.parseLong(offset.group(1)) : 0;
    }

    private static boolean isNumber(@Nullable String text) {
        return text != null && text.matches("\\d{1,12}");
    }
}
