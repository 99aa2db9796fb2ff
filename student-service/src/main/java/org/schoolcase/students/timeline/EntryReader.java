package org.schoolcase.students.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.http.AskedTime;

/** Reads dated entries: those in force on a day, as known at an instant, or all that was ever known of them. */
@ApplicationScoped
public class EntryReader {

    /**
     * Which entries.
     *
     * @param asOf in force on this day
     * @param knownAt as known at this instant, else now
     * @param history also what is no longer known, with who replaced it and why
     */
    public record When(@Nullable LocalDate asOf, @Nullable Instant knownAt, boolean history) {

        /** Refuses what no record can be of: 400 {@code date.out-of-range}. */
        public When {
            AskedTime.day("asOf", asOf);
            AskedTime.instant("knownAt", knownAt);
        }

        Query on(Query query) {
            var result = query;
            if (asOf != null) {
                result = result.and("e.begins_on <= ? and (e.ends_on is null or e.ends_on >= ?)", asOf, asOf);
            }
            if (knownAt != null) {
                var instant = OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC);
                return result.and("e.known_from <= ? and (e.known_to is null or e.known_to > ?)", instant, instant);
            }
            return history ? result : result.and("e.known_to is null");
        }
    }

    /** Which page of the list. */
    public record PageOf(int limit, @Nullable String cursor) {}

    private final Rows rows;
    private final Cursors cursors;
    private final Audit audit;

    EntryReader(Rows rows, Cursors cursors, Audit audit) {
        this.rows = rows;
        this.cursors = cursors;
        this.audit = audit;
    }

    /** A page in the order of recording; the caller has checked that the student may be shown. */
    public <T> Page<T> page(
            Ledger ledger, UUID studentId, Query entries, When when, PageOf page, Rows.Mapper<Found<T>> mapper) {
        var list = String.join("|", ledger.entity(), studentId.toString(), when.toString());
        var start = cursors.open(list, page.cursor());
        var query = when.on(entries);
        if (!start.isStart()) {
            query = query.and("e.id > ?", start.uuid(0));
        }
        var found = rows.list(query.plus(" order by e.id limit ?", page.limit() + 1), mapper);
        audit.showed(
                AuditEntry.of(ledger.entity() + ".list", "student", studentId).student(studentId));
        var shown = cursors.page(
                list, found, page.limit(), row -> List.of(row.rowId().toString()));
        return new Page<>(shown.items().stream().map(Found::view).toList(), shown.next());
    }

    /** A row with its place in the list. */
    public record Found<T>(UUID rowId, T view) {}

    /** The entry as it is known now. */
    public <T> T one(Query entries, UUID entryId, Rows.Mapper<Found<T>> mapper) {
        return rows.first(entries.and("e.entry_id = ? and e.known_to is null", entryId), mapper)
                .map(Found::view)
                .orElseThrow();
    }
}
