package org.schoolcase.students.indicator.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** The imports of the district, their parts that wait, and what was found. */
@ApplicationScoped
class Imports {

    /** A received file; by all but its id it is told from another. */
    record Received(
            @JsonIgnore UUID id,
            DataKind kind,
            String source,
            @Nullable Coverage coverage,
            List<String> header,
            int parts,
            String sha256) {}

    /** An import that is being worked off. */
    record Running(
            UUID id, DataKind kind, String source, @Nullable Coverage coverage, List<String> header) {}

    private static final int FINDINGS_KEPT = 10_000;
    private static final String VIEW =
            "select id, kind, source, state, parts, parts_done, read, added, changed, rejected,"
                    + " created_at, finished_at, coverage, covered_from, covered_through, school_id, coverage_stated"
                    + " from indicator_import where ";

    private final Rows rows;
    private final ObjectMapper json;
    private final Clock clock;

    Imports(Rows rows, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    void addPart(UUID importId, int number, CsvParts.Part part) {
        rows.write(
                "insert into indicator_import_part (import_id, part_no, first_line, content) values (?, ?, ?, ?)",
                importId,
                number,
                part.firstLine(),
                part.content());
    }

    /** Removes what an upload left that never became an import, and what crashed uploads left long ago. */
    void dropParts(UUID importId) {
        rows.write(
                "delete from indicator_import_part p where p.import_id = ? or (p.received_at < now() - interval '1 day'"
                        + " and not exists (select from indicator_import i where i.id = p.import_id))",
                importId);
    }

    void queue(Received file, String actor) {
        var coverage = file.coverage();
        rows.write(
                "insert into indicator_import (id, kind, source, state, header, parts, requested_by, created_at,"
                        + " next_attempt_at, coverage, covered_from, covered_through, school_id)"
                        + " values (?, ?, ?, 'QUEUED', string_to_array(?, ','), ?, ?, ?, ?, ?, ?, ?, ?)",
                file.id(),
                file.kind().name(),
                file.source(),
                String.join(",", file.header()),
                file.parts(),
                actor,
                now(),
                now(),
                coverage == null ? null : coverage.coverage().name(),
                coverage == null ? null : coverage.from(),
                coverage == null ? null : coverage.through(),
                coverage == null ? null : coverage.schoolId());
    }

    Optional<ImportView> find(UUID id) {
        return rows.first(Query.of(VIEW + "id = ?", id), Imports::view);
    }

    /** The latest first. */
    List<ImportView> before(@Nullable UUID last, int limit) {
        var query = last == null ? Query.of(VIEW + "true") : Query.of(VIEW + "id < ?", last);
        return rows.list(query.plus(" order by id desc limit ?", limit), Imports::view);
    }

    /** In the order they were met; the id is the key of the page. */
    List<Found> findings(UUID importId, @Nullable UUID last, int limit) {
        var query = Query.of(
                "select id, line, column_name, code from indicator_import_finding where import_id = ?", importId);
        return rows.list(
                (last == null ? query : query.and("id > ?", last)).plus(" order by id limit ?", limit),
                row -> new Found(
                        row.getObject("id", UUID.class),
                        new Finding(row.getLong("line"), row.getString("column_name"), row.getString("code"))));
    }

    /** A finding with the key of its place in the list. */
    record Found(UUID id, Finding finding) {}

    /** Takes an import for this transaction, if it waits and nobody else works on it. */
    Optional<Running> take(UUID importId) {
        return rows.first(
                Query.of(
                        "select id, kind, source, header, coverage, covered_from, covered_through, school_id"
                                + " from indicator_import where id = ?"
                                + " and state in ('QUEUED', 'RUNNING') and next_attempt_at <= ? for update skip locked",
                        importId,
                        now()),
                row -> new Running(
                        importId,
                        DataKind.valueOf(row.getString("kind")),
                        row.getString("source"),
                        Coverage.of(row),
                        List.of((String[]) row.getArray("header").getArray())));
    }

    /** Takes the next part out of the store; it comes back if the transaction fails. */
    Optional<CsvParts.Part> takePart(UUID importId) {
        return rows.first(
                Query.of(
                        "delete from indicator_import_part where import_id = ? and part_no = (select min(part_no)"
                                + " from indicator_import_part where import_id = ?) returning first_line, content",
                        importId,
                        importId),
                row -> new CsvParts.Part(row.getLong("first_line"), row.getString("content")));
    }

    void count(UUID importId, long read, IntakeStore.Stored stored, List<Finding> findings) {
        rows.write(
                "update indicator_import set state = 'RUNNING', parts_done = parts_done + 1, attempts = 0, read = read + ?,"
                        + " added = added + ?, changed = changed + ?, rejected = rejected + ? where id = ?",
                read,
                stored.added(),
                stored.changed(),
                (long) findings.size(),
                importId);
        if (!findings.isEmpty()) {
            rows.write(
                    "insert into indicator_import_finding (import_id, line, column_name, code)"
                            + " select i.id, (f ->> 'line')::bigint, f ->> 'column', f ->> 'code'"
                            + " from indicator_import i, jsonb_array_elements(?::jsonb) f"
                            + " where i.id = ? and i.rejected - ? < ?",
                    text(findings),
                    importId,
                    (long) findings.size(),
                    FINDINGS_KEPT);
        }
    }

    private String text(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Findings cannot be written", e);
        }
    }

    void complete(UUID importId) {
        rows.write(
                "update indicator_import set finished_at = ?, state = case when rejected > 0 then 'COMPLETED_WITH_ERRORS'"
                        + " else 'COMPLETED' end where id = ?",
                now(),
                importId);
    }

    /** Whether every row was read; that a student is not known here leaves no other with too few absences. */
    boolean isReadThroughout(UUID importId) {
        return rows.first(
                        Query.of(
                                "select i.rejected <= ? and not exists (select from indicator_import_finding f"
                                        + " where f.import_id = i.id and f.code <> ?) from indicator_import i where i.id = ?",
                                FINDINGS_KEPT,
                                IntakeStore.UNKNOWN_STUDENT,
                                importId),
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    void stated(UUID importId, boolean stated) {
        rows.write("update indicator_import set coverage_stated = ? where id = ?", stated, importId);
    }

    /** Puts the next try off; gives up after the allowed number in a row. True when given up. */
    boolean postpone(UUID importId, int allowed) {
        return rows.first(
                        Query.of(
                                "update indicator_import set attempts = attempts + 1, next_attempt_at = ?::timestamptz"
                                        + " + attempts * interval '5 seconds', state = case when attempts + 1 >= ?"
                                        + " then 'FAILED' else state end, finished_at = case when attempts + 1 >= ?"
                                        + " then ?::timestamptz end where id = ? returning state",
                                now(),
                                allowed,
                                allowed,
                                now(),
                                importId),
                        row -> row.getString(1))
                .filter("FAILED"::equals)
                .isPresent();
    }

    private static ImportView view(ResultSet row) throws SQLException {
        long read = row.getLong("read");
        long touched = row.getLong("added") + row.getLong("changed") + row.getLong("rejected");
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ImportView(
                row.getObject("id", UUID.class),
                DataKind.valueOf(row.getString("kind")),
                row.getString("source"),
                ImportView.State.valueOf(row.getString("state")),
                row.getInt("parts"),
                row.getInt("parts_done"),
                read,
                row.getLong("added"),
                row.getLong("changed"),
                Math.max(0, read - touched),
                row.getLong("rejected"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                Coverage.of(row),
                row.getObject("coverage_stated", Boolean.class));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
