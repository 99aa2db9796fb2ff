package org.schoolcase.students.pull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.pull.RecordRows.Row;

/** In an increment a role that a user no longer has is told by its absence; the package must end it by name. */
@ApplicationScoped
class EndedRoles {

    private static final String MISSING = """
            SELECT r.sourced_id, u.sourced_id AS user_sourced_id, r.role_type, r.role,
                   coalesce(CAST(r.begin_date AS text), '') AS begin_date,
                   coalesce(CAST(r.end_date AS text), '') AS end_date, o.sourced_id AS org_sourced_id
              FROM roster_role r JOIN roster_user u ON u.id = r.user_id JOIN roster_org o ON o.id = r.org_id
             WHERE r.user_id = ANY (?) AND r.status = 'ACTIVE' AND r.id <> ALL (?)
            """;

    private final Rows rows;

    EndedRoles(Rows rows) {
        this.rows = rows;
    }

    /** Adds to the roles of one page's users those that they had and have no more. Needs a transaction. */
    void addTo(UUID districtId, Map<PulledFile, List<Row>> page) {
        var users = page.getOrDefault(PulledFile.USERS, List.of());
        var roles = page.get(PulledFile.ROLES);
        if (users.isEmpty() || roles == null) {
            return;
        }
        Map<String, String> times = users.stream()
                .collect(Collectors.toMap(
                        row -> row.cells().get(0), row -> row.cells().get(2), (a, b) -> b));
        var gone =
                rows.list(Query.of(MISSING, ids(districtId, "user:", users), ids(districtId, "role:", roles)), row -> {
                    var cells = new ArrayList<String>();
                    cells.add(row.getString("sourced_id"));
                    cells.add("tobedeleted");
                    cells.add(times.getOrDefault(row.getString("user_sourced_id"), ""));
                    cells.add(row.getString("user_sourced_id"));
                    cells.add(row.getString("role_type"));
                    cells.add(row.getString("role"));
                    cells.add(row.getString("begin_date"));
                    cells.add(row.getString("end_date"));
                    cells.add(row.getString("org_sourced_id"));
                    cells.add("");
                    return new Row(cells, Map.of());
                });
        roles.addAll(gone);
    }

    private static UUID[] ids(UUID districtId, String kind, List<Row> rows) {
        return rows.stream()
                .map(row -> Ids.named(districtId, kind + row.cells().getFirst()))
                .toArray(UUID[]::new);
    }
}
