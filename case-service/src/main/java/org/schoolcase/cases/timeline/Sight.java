package org.schoolcase.cases.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.cases.communication.SealKey;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Finds the cases that the caller sees: those he works on, those he sees as family, and those whose seals he has the key of. */
@ApplicationScoped
class Sight {

    /**
     * What the caller sees.
     *
     * @param studentId whose cases they are
     * @param worked cases that are open to him as staff
     * @param unsealed those of them whose sealed parts are open to him
     * @param family cases that are open to him as the guardian or the adult student only
     */
    record Seen(
            @Nullable UUID studentId,
            List<UUID> worked,
            List<UUID> unsealed,
            List<UUID> family,
            Optional<UUID> guardian) {

        boolean isNothing() {
            return worked.isEmpty() && family.isEmpty();
        }
    }

    /** The id may be that of a record that was merged into another one, and so on. */
    private static final String OF_STUDENT = """
            c.student_id IN (
                WITH RECURSIVE followed AS (
                    SELECT CAST(:whose AS uuid) AS id
                    UNION SELECT m.surviving_id FROM student_merge m JOIN followed f ON m.merged_id = f.id AND m.in_force)
                SELECT f.id FROM followed f)""";

    private static final String OF_CASE = "c.id = :whose";

    private final Session session;
    private final CaseAccess access;
    private final SealKey key;
    private final CurrentUser user;
    private final Rows rows;

    Sight(Session session, CaseAccess access, SealKey key, CurrentUser user, Rows rows) {
        this.session = session;
        this.access = access;
        this.key = key;
        this.user = user;
        this.rows = rows;
    }

    Seen ofStudent(UUID studentId) {
        return seen(OF_STUDENT, studentId);
    }

    Seen ofCase(UUID caseId) {
        return seen(OF_CASE, caseId);
    }

    private Seen seen(String which, UUID whose) {
        var worked = cases(which, whose, Reach.READ);
        var family = user.has(Role.GUARDIAN) || user.has(Role.STUDENT)
                ? cases(which, whose, Reach.READ_WITH_FAMILY)
                : List.<OpenCase>of();
        var workedIds = worked.stream().map(OpenCase::id).toList();
        return new Seen(
                Stream.concat(worked.stream(), family.stream())
                        .map(OpenCase::studentId)
                        .findFirst()
                        .orElse(null),
                workedIds,
                unsealed(workedIds),
                family.stream()
                        .map(OpenCase::id)
                        .filter(id -> !workedIds.contains(id))
                        .toList(),
                user.guardianId());
    }

    private List<OpenCase> cases(String which, UUID whose, Reach reach) {
        var circle = access.circle(reach);
        var query = session.createNativeQuery(
                        "SELECT c.id, c.student_id FROM case_file c WHERE " + which + " AND " + circle.sql(),
                        Tuple.class)
                .setParameter("whose", whose);
        circle.bind(query);
        return query.getResultList().stream()
                .map(row -> new OpenCase(row.get("id", UUID.class), row.get("student_id", UUID.class)))
                .toList();
    }

    private List<UUID> unsealed(List<UUID> cases) {
        var allowed = key.ofCase("c.id");
        var query = Query.of("SELECT c.id FROM case_file c WHERE c.id = ANY (?)", (Object) cases.toArray(UUID[]::new))
                .and(allowed.sql(), allowed.values().toArray());
        return rows.list(query, row -> row.getObject(1, UUID.class));
    }

    private record OpenCase(UUID id, UUID studentId) {}
}
