package org.schoolcase.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Who may own a task: somebody on the case's team who stays until it is due, so that nobody leaves with it. */
@ApplicationScoped
class TaskOwners {

    private static final String ON_TEAM = """
            SELECT true FROM case_team_member
            WHERE case_id = ? AND staff_id = ? AND from_on <= ?
              AND (to_on IS NULL OR (to_on >= ? AND to_on >= CAST(? AS date)))
            """;

    private final Rows rows;

    TaskOwners(Rows rows) {
        this.rows = rows;
    }

    boolean fits(UUID caseId, UUID owner, @Nullable LocalDate dueOn, LocalDate today) {
        return rows.first(Query.of(ON_TEAM, caseId, owner, today, today, dueOn), row -> row.getBoolean(1))
                .isPresent();
    }
}
