package org.schoolcase.cases.caseload.balance;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.caseload.policy.CaseloadPolicy;
import org.schoolcase.cases.caseload.policy.Policies;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Reads what the balance is made of. */
@ApplicationScoped
class BalanceData {

    private static final String SCHOOLS = "SELECT id, school_ids FROM staff_profile WHERE id = ANY (?) AND active";

    private static final String CASES = """
            SELECT l.case_id, l.student_id, l.staff_id, l.school_ids,
                   case_weight(CAST(? AS jsonb), l.barriers, l.stage, l.service_level) AS weight,
                   (SELECT min(d.due_on) FROM case_deadline d WHERE d.case_id = l.case_id AND d.status = 'OPEN') AS next_due_on
            FROM case_load l WHERE l.role = 'CASE_MANAGER' AND l.staff_id = ANY (?) AND l.school_ids IS NOT NULL
            ORDER BY l.case_id LIMIT 5000
            """;

    private final Rows rows;
    private final Policies policies;

    BalanceData(Rows rows, Policies policies) {
        this.rows = rows;
        this.policies = policies;
    }

    /** The schools of those who work for the district now. */
    Map<UUID, Set<UUID>> schools(List<UUID> staffIds) {
        var found = new HashMap<UUID, Set<UUID>>();
        rows.list(Query.of(SCHOOLS, (Object) staffIds.toArray(UUID[]::new)), row -> {
            found.put(row.getObject("id", UUID.class), Set.copyOf(Rows.uuids(row, "school_ids")));
            return true;
        });
        return found;
    }

    List<Movable> casesOf(List<UUID> managers, CaseloadPolicy policy) {
        return rows.list(
                Query.of(CASES, policies.text(policy), managers.toArray(UUID[]::new)),
                row -> movable(row, policy.weighs()));
    }

    private static Movable movable(ResultSet row, boolean weighs) throws SQLException {
        return new Movable(
                row.getObject("case_id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getObject("staff_id", UUID.class),
                weighs ? row.getBigDecimal("weight") : BigDecimal.ONE,
                Set.copyOf(Rows.uuids(row, "school_ids")),
                row.getObject("next_due_on", LocalDate.class));
    }
}
