package org.schoolcase.students.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.ownership.OwnedField.Owner;

/** The owners of the district's fields, and the conflicts that come of them. */
@ApplicationScoped
public class FieldOwners {

    /** SQL for whoever reads it in a session of his own: field and owner, of those that were settled. */
    public static final String SETTLED = "SELECT field, owner FROM field_ownership";

    private final Rows rows;

    FieldOwners(Rows rows) {
        this.rows = rows;
    }

    /** Completes what was settled with the usual owners. */
    public static Map<OwnedField, Owner> complete(Map<String, String> settled) {
        var owners = new EnumMap<OwnedField, Owner>(OwnedField.class);
        for (var field : OwnedField.values()) {
            var owner = settled.get(field.path());
            owners.put(field, owner == null ? field.usual() : Owner.valueOf(owner));
        }
        return owners;
    }

    /** Whether the suite owns a field of the caller's district. */
    public boolean isLocal(OwnedField field) {
        var settled = rows.first(
                Query.of("select owner from field_ownership where field = ?", field.path()),
                row -> Owner.valueOf(row.getString(1)));
        return settled.orElse(field.usual()) == Owner.LOCAL;
    }

    /** Refuses a local change of a field that the roster owns: the next sync would undo it. */
    public void requireLocal(OwnedField field) {
        if (!isLocal(field)) {
            throw ProblemException.conflict(
                    "field.owned-by-roster", "The roster of the district owns this field: change it there.");
        }
    }

    OwnershipView view() {
        var settled = rows.list(
                Query.of("select field, owner, version, changed_at from field_ownership"), FieldOwners::settled);
        long version = settled.stream().mapToLong(Settled::version).max().orElse(0);
        return new OwnershipView(
                Arrays.stream(OwnedField.values())
                        .map(field -> view(field, settled))
                        .toList(),
                version);
    }

    private record Settled(String field, String owner, long version, OffsetDateTime changedAt) {}

    private static Settled settled(ResultSet row) throws SQLException {
        return new Settled(row.getString(1), row.getString(2), row.getLong(3), row.getObject(4, OffsetDateTime.class));
    }

    private static OwnershipView.Field view(OwnedField field, List<Settled> settled) {
        var found =
                settled.stream().filter(one -> one.field().equals(field.path())).findFirst();
        return new OwnershipView.Field(
                field.path(),
                found.map(one -> Owner.valueOf(one.owner())).orElse(field.usual()),
                found.map(one -> one.changedAt().toInstant()).orElse(null));
    }

    void settle(OwnedField field, Owner owner, long version, String actor, OffsetDateTime now) {
        rows.write("""
                insert into field_ownership as o (field, owner, version, changed_by, changed_at) values (?, ?, ?, ?, ?)
                on conflict (district_id, field) do update
                   set version = excluded.version, owner = excluded.owner,
                       changed_by = case when o.owner = excluded.owner then o.changed_by else excluded.changed_by end,
                       changed_at = case when o.owner = excluded.owner then o.changed_at else excluded.changed_at end
                """, field.path(), owner.name(), version, actor, now);
    }

    /** Everyone's record is compared with the roster when the next import ends. */
    void compareAll() {
        rows.write("insert into roster_touched_user (user_id) select id from roster_user on conflict do nothing");
        rows.write(
                "delete from field_conflict c using field_ownership o where o.field = c.field and o.owner = 'ROSTER'");
    }

    /** Conflicts that still are some, in the order of their records. */
    List<ConflictView> conflicts(@Nullable UUID lastRecord, String lastField, int limit) {
        var after = Optional.ofNullable(lastRecord).orElse(new UUID(0, 0));
        var query = Query.of("""
                select c.record_id, c.field, c.noted_at, x.roster_value, x.local_value
                  from field_conflict c
                  join field_difference x on x.record_id = c.record_id and x.field = c.field
                 where (c.record_id, c.field) > (?, ?)
                 order by c.record_id, c.field limit ?
                """, after, lastField, limit);
        return new ArrayList<>(rows.list(
                query,
                row -> new ConflictView(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5))));
    }
}
