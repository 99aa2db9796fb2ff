package org.schoolcase.cases.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores and lists the members of teams; writers hold the lock of the case. */
@ApplicationScoped
class TeamMembers {

    private static final String LIST = """
            SELECT m.id, m.case_id, m.staff_id, p.given_name, p.family_name, m.role, m.from_on, m.to_on,
                   (m.from_on <= ? AND (m.to_on IS NULL OR m.to_on >= ?)) AS now_on
            FROM case_team_member m LEFT JOIN staff_profile p ON p.id = m.staff_id
            WHERE m.case_id = ?
            """;

    private static final String FIND =
            "SELECT id, case_id, staff_id, role, from_on, to_on FROM case_team_member WHERE case_id = ?";

    private static final String ADD = """
            INSERT INTO case_team_member (id, case_id, staff_id, role, from_on, to_on) VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String OVERLAPS = """
             AND (CAST(? AS date) IS NULL OR from_on <= ?) AND (to_on IS NULL OR to_on >= ?)
             AND (to_on IS NULL OR to_on >= from_on)""";

    private static final String TASKS_LEFT = """
            SELECT t.id FROM case_task t WHERE t.case_id = ? AND t.owner_id = ? AND t.state = 'OPEN'
             AND NOT EXISTS (SELECT FROM case_team_member o WHERE o.case_id = t.case_id AND o.staff_id = t.owner_id
                              AND o.id <> ? AND o.from_on <= ? AND o.to_on IS NULL)
            ORDER BY t.id LIMIT 50
            """;

    private final Rows rows;

    TeamMembers(Rows rows) {
        this.rows = rows;
    }

    /** In order of their first day; at most 200. */
    List<TeamMemberView> list(UUID caseId, boolean currentOnly, LocalDate today) {
        var query = Query.of(LIST, today, today, caseId);
        if (currentOnly) {
            query = query.and("m.from_on <= ?", today).and("(m.to_on IS NULL OR m.to_on >= ?)", today);
        }
        return rows.list(query.plus(" ORDER BY m.from_on, m.added_at, m.id LIMIT 200"), TeamMembers::view);
    }

    Optional<Membership> find(UUID caseId, UUID memberId) {
        return rows.first(Query.of(FIND, caseId).and("id = ?", memberId), TeamMembers::membership);
    }

    TeamMemberView view(UUID caseId, UUID memberId, LocalDate today) {
        return rows.first(Query.of(LIST, today, today, caseId).and("m.id = ?", memberId), TeamMembers::view)
                .orElseThrow();
    }

    /** Whether the person is on the team in the role on one of the days already. */
    boolean isMember(UUID caseId, TeamMemberRequest wanted) {
        var query = Query.of(FIND, caseId)
                .and("staff_id = ?", wanted.staffId())
                .and("role = ?", wanted.role().name());
        return overlapping(query, wanted.from(), wanted.to());
    }

    /** Whether somebody manages the case on the day or later. */
    boolean hasManager(UUID caseId, LocalDate from) {
        var query = Query.of(FIND, caseId).and("role = ?", TeamMember.Role.CASE_MANAGER.name());
        return overlapping(query, from, null);
    }

    /** Open tasks in the case that nobody on the team would have, once the membership is over. */
    List<UUID> tasksLeftBy(Membership member, LocalDate today) {
        return rows.list(
                Query.of(TASKS_LEFT, member.caseId(), member.staffId(), member.id(), today),
                row -> row.getObject(1, UUID.class));
    }

    void add(Membership member) {
        rows.write(
                ADD,
                member.id(),
                member.caseId(),
                member.staffId(),
                member.role().name(),
                member.from(),
                member.to());
    }

    void end(UUID memberId, LocalDate lastDay) {
        rows.write("UPDATE case_team_member SET to_on = ? WHERE id = ?", lastDay, memberId);
    }

    private boolean overlapping(Query query, LocalDate from, @Nullable LocalDate to) {
        return rows.first(query.plus(" " + OVERLAPS, to, to, from), TeamMembers::membership)
                .isPresent();
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("staff_id", UUID.class),
                TeamMember.Role.valueOf(row.getString("role")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class));
    }

    private static TeamMemberView view(ResultSet row) throws SQLException {
        return new TeamMemberView(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("staff_id", UUID.class),
                row.getString("given_name"),
                row.getString("family_name"),
                TeamMember.Role.valueOf(row.getString("role")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getBoolean("now_on"));
    }
}
