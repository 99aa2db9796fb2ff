package org.schoolcase.kit.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the audit trail of a district says, in order. Reads arrive within 100 ms: await them. */
public final class AuditProbe {

    /** An entry. */
    public record Entry(
            String action,
            String outcome,
            String entity,
            UUID entityId,
            @Nullable UUID studentId,
            String actor,
            String fields,
            @Nullable String basis) {}

    private AuditProbe() {}

    /** All entries of a district. */
    public static List<Entry> of(TestDistrict district) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement("""
                        SELECT action, outcome, entity, entity_id, student_id, actor, fields, basis
                          FROM audit_entry WHERE district_id = ? ORDER BY seq
                        """)) {
            statement.setObject(1, district.id());
            var entries = new ArrayList<Entry>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getObject(4, UUID.class),
                            rows.getObject(5, UUID.class),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getString(8)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The actions only, for short assertions. */
    public static List<String> actions(TestDistrict district) {
        return of(district).stream().map(Entry::action).toList();
    }
}
