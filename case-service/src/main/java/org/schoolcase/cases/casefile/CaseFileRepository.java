package org.schoolcase.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;

/** Stores and lists cases. */
@ApplicationScoped
class CaseFileRepository {

    private static final String TEAM = """
            SELECT staff_id, role, from_on, to_on FROM case_team_member WHERE case_id = :id ORDER BY from_on, staff_id, role
            """;

    private final Session session;

    CaseFileRepository(Session session) {
        this.session = session;
    }

    List<TeamMember> team(UUID caseId) {
        return session.createNativeQuery(TEAM, Tuple.class).setParameter("id", caseId).getResultList().stream()
                .map(CaseFileRepository::member)
                .toList();
    }

    /** The caller's cases, newest first; one more than the limit. */
    List<CaseFile> list(
            Circle circle, CaseFile.@Nullable Status status, @Nullable UUID studentId, Cursor after, int limit) {
        var sql = new StringBuilder("SELECT c.* FROM case_file c WHERE ").append(circle.sql());
        sql.append(status == null ? "" : " AND c.status = :status");
        sql.append(studentId == null ? "" : " AND c.student_id = :student");
        sql.append(after.isStart() ? "" : " AND c.id < :after");
        sql.append(" ORDER BY c.id DESC");
        var query = session.createNativeQuery(sql.toString(), CaseFile.class).setMaxResults(limit + 1);
        circle.bind(query);
        if (status != null) {
            query.setParameter("status", status.name());
        }
        if (studentId != null) {
            query.setParameter("student", studentId);
        }
        if (!after.isStart()) {
            query.setParameter("after", after.uuid(0));
        }
        return query.getResultList();
    }

    private static TeamMember member(Tuple row) {
        return new TeamMember(
                row.get("staff_id", UUID.class),
                TeamMember.Role.valueOf(row.get("role", String.class)),
                row.get("from_on", LocalDate.class),
                row.get("to_on", LocalDate.class));
    }
}
