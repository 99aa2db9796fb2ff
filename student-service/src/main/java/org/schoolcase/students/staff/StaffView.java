package org.schoolcase.students.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Rows;

/** A member of staff as the API shows him. */
public record StaffView(
        UUID id,
        String givenName,
        String familyName,
        @Nullable String email,
        String language,
        List<String> roles,
        List<UUID> schoolIds,
        boolean ofRoster,
        boolean active) {

    static StaffView of(StaffMember member) {
        var details = member.details();
        return new StaffView(
                member.id(),
                details.givenName(),
                details.familyName(),
                details.email(),
                details.language(),
                details.roles(),
                details.schoolIds(),
                member.isOfRoster(),
                details.active());
    }

    static StaffView of(ResultSet row) throws SQLException {
        return new StaffView(
                row.getObject("id", UUID.class),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getString("language"),
                List.of((String[]) row.getArray("roles").getArray()),
                Rows.uuids(row, "school_ids"),
                row.getBoolean("of_roster"),
                row.getBoolean("active"));
    }
}
