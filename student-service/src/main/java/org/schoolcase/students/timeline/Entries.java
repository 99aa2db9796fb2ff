package org.schoolcase.students.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/**
 * Writes dated entries. Nothing is overwritten: what is known of an entry is closed and known anew, so that one may ask
 * what held on a day and also what was known at an instant. Writes in the caller's transaction and publishes nothing.
 */
@ApplicationScoped
public class Entries {

    /** The row that is known of an entry now. */
    public record Known(UUID rowId, UUID entryId, @Nullable UUID guardianId, Period period) {}

    private final Rows rows;
    private final Audit audit;
    private final CurrentUser user;
    private final DistrictDay day;

    Entries(Rows rows, Audit audit, CurrentUser user, DistrictDay day) {
        this.rows = rows;
        this.audit = audit;
        this.user = user;
        this.day = day;
    }

    /**
     * Adds an entry, or puts it in the place of one that was wrong.
     *
     * @throws ProblemException 422 {@code entry.unknown}, 409 {@code entry.overlaps}
     */
    public UUID record(Ledger ledger, Entry entry) {
        if (entry.corrects() != null) {
            var wrong = find(ledger, entry.studentId(), entry.corrects()).orElseThrow(Entries::unknown);
            close(ledger, wrong, reason(entry));
        }
        var rowId = insert(ledger, entry);
        refuseOverlap(ledger, rowId);
        audit.wrote(AuditEntry.of(ledger.entity() + ".record", ledger.entity(), rowId)
                .student(entry.studentId())
                .fields(entry.details().keySet().toArray(String[]::new)));
        return rowId;
    }

    /** What is known now of an entry of this student. */
    public Optional<Known> find(Ledger ledger, UUID studentId, UUID entryId) {
        var guardian = ledger == Ledger.FLAG ? "null::uuid" : "guardian_id";
        var sql =
                "select id, entry_id, %s as guardian_id, begins_on, ends_on from %s".formatted(guardian, ledger.table())
                        + " where student_id = ? and entry_id = ? and known_to is null";
        return rows.first(Query.of(sql, studentId, entryId), Entries::known);
    }

    /** Ends an entry with a last day, and keeps the rest. */
    public void end(Ledger ledger, UUID studentId, Known entry, LocalDate lastDay, @Nullable String reason) {
        new Period(entry.period().beginsOn(), lastDay);
        close(ledger, entry, reason);
        var rowId = Ids.next();
        rows.write(
                """
                insert into %1$s (id, entry_id, student_id, begins_on, ends_on, reason, recorded_by, known_from, %2$s)
                select ?, entry_id, student_id, begins_on, ?, ?, ?, known_to, %2$s from %1$s where id = ?""".formatted(ledger.table(), ledger.details()), rowId, lastDay, reason, user.actor(), entry.rowId());
        refuseOverlap(ledger, rowId);
        wrote(ledger, studentId, entry, "end");
    }

    /** Takes an entry back that should never have been recorded. */
    public void withdraw(Ledger ledger, UUID studentId, Known entry, String reason) {
        close(ledger, entry, reason);
        wrote(ledger, studentId, entry, "withdraw");
    }

    private void wrote(Ledger ledger, UUID studentId, Known entry, String verb) {
        audit.wrote(AuditEntry.of(ledger.entity() + "." + verb, ledger.entity(), entry.entryId())
                .student(studentId)
                .fields("endsOn", "reason"));
    }

    private UUID insert(Ledger ledger, Entry entry) {
        var id = Ids.next();
        var columns = String.join(", ", entry.details().keySet());
        var marks = String.join(", ", Collections.nCopies(entry.details().size(), "?"));
        var values = new ArrayList<@Nullable Object>();
        values.add(id);
        values.add(id);
        values.add(entry.studentId());
        values.add(entry.period().beginsOn());
        values.add(entry.period().endsOn());
        values.add(entry.reason());
        values.add(user.actor());
        values.add(OffsetDateTime.ofInstant(day.now(), ZoneOffset.UTC));
        values.addAll(entry.details().values());
        rows.write("""
                insert into %s (id, entry_id, student_id, begins_on, ends_on, reason, recorded_by, known_from, %s)
                values (?, ?, ?, ?, ?, ?, ?, ?, %s)""".formatted(ledger.table(), columns, marks), values.toArray());
        return id;
    }

    private void close(Ledger ledger, Known entry, @Nullable String reason) {
        rows.write(
                "update %s set known_to = ?, closed_by = ?, closed_reason = ? where id = ?".formatted(ledger.table()),
                OffsetDateTime.ofInstant(day.now(), ZoneOffset.UTC),
                user.actor(),
                reason,
                entry.rowId());
    }

    private void refuseOverlap(Ledger ledger, UUID rowId) {
        var sql = """
                select 1 from %1$s n join %1$s o on o.student_id = n.student_id and o.id <> n.id and o.known_to is null
                   and (%2$s) is not distinct from (%3$s)
                   and daterange(o.begins_on, o.ends_on, '[]') && daterange(n.begins_on, n.ends_on, '[]')
                 where n.id = ?""".formatted(ledger.table(), of("o", ledger), of("n", ledger));
        if (rows.first(Query.of(sql, rowId), row -> true).isPresent()) {
            throw ProblemException.conflict(
                    "entry.overlaps",
                    "The same is recorded already for some of these days: end or correct that entry.");
        }
    }

    private static String of(String alias, Ledger ledger) {
        return alias + "." + ledger.same().replace(", ", ", " + alias + ".");
    }

    private static String reason(Entry entry) {
        if (entry.reason() == null) {
            throw ProblemException.unprocessable("reason.missing", "A correction says why.")
                    .field("/reason", "required", "Needed with corrects.");
        }
        return entry.reason();
    }

    private static ProblemException unknown() {
        return ProblemException.unprocessable("entry.unknown", "The entry to be corrected is not known (any more).")
                .field("/corrects", "entry.unknown", "Id of an entry of this student that is known now.");
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getObject("id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getObject("guardian_id", UUID.class),
                new Period(row.getObject("begins_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)));
    }
}
