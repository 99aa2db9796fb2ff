package org.schoolcase.cases.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Who is on the teams of some cases, and one person in the place of another; writers hold the locks of the cases. */
@ApplicationScoped
class Memberships {

    private static final String ROLES = """
            SELECT case_id, role FROM case_team_member
            WHERE case_id = ANY (?) AND staff_id = ? AND (to_on IS NULL OR to_on >= ?) ORDER BY case_id, role
            """;

    /** Tasks count too: one whose owner is off the team by now must not stay behind. */
    private static final String CASES = """
            SELECT c.id FROM case_file c
            WHERE c.status = 'OPEN' AND c.id IN (
                SELECT m.case_id FROM case_team_member m WHERE m.staff_id = ? AND (m.to_on IS NULL OR m.to_on >= ?)
                UNION SELECT t.case_id FROM case_task t WHERE t.owner_id = ? AND t.state = 'OPEN')
            ORDER BY c.id LIMIT ?
            """;

    private static final String MANAGER = """
            SELECT staff_id FROM case_team_member WHERE case_id = ? AND role = 'CASE_MANAGER' AND to_on IS NULL
            """;

    /** From the day on; a membership that began that day is over before it began. */
    private static final String END = """
            UPDATE case_team_member SET to_on = CAST(? AS date) - 1
            WHERE case_id = ANY (?) AND staff_id = ? AND (to_on IS NULL OR to_on >= ?)
            """;

    private static final String TAKE = """
            INSERT INTO case_team_member (case_id, staff_id, role, from_on)
            SELECT ?, ?, ?, ? WHERE NOT EXISTS (
                SELECT FROM case_team_member WHERE case_id = ? AND staff_id = ? AND role = ? AND to_on IS NULL)
            """;

    private final Rows rows;

    Memberships(Rows rows) {
        this.rows = rows;
    }

    /** The person's roles by case, where he is on the team now or later. */
    Map<UUID, List<TeamMember.Role>> roles(List<UUID> caseIds, UUID staffId, LocalDate today) {
        var found = new HashMap<UUID, List<TeamMember.Role>>();
        rows.list(Query.of(ROLES, caseIds.toArray(UUID[]::new), staffId, today), row -> {
            found.computeIfAbsent(row.getObject("case_id", UUID.class), _ -> new ArrayList<>())
                    .add(TeamMember.Role.valueOf(row.getString("role")));
            return true;
        });
        return found;
    }

    /** Open cases on whose team the person is, or in which he has tasks. */
    List<UUID> casesOf(UUID staffId, LocalDate today, int most) {
        return rows.list(Query.of(CASES, staffId, today, staffId, most), row -> row.getObject(1, UUID.class));
    }

    Optional<UUID> managerOf(UUID caseId) {
        return rows.first(Query.of(MANAGER, caseId), row -> row.getObject(1, UUID.class));
    }

    void end(List<UUID> caseIds, UUID staffId, LocalDate today) {
        rows.write(END, today, caseIds.toArray(UUID[]::new), staffId, today);
    }

    void begin(UUID caseId, UUID staffId, TeamMember.Role role, LocalDate today) {
        rows.write(TAKE, caseId, staffId, role.name(), today, caseId, staffId, role.name());
    }
}
