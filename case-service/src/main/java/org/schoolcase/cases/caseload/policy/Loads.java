package org.schoolcase.cases.caseload.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Weighs who carries what, in the database, with one query. */
@ApplicationScoped
public class Loads {

    private static final TypeReference<Map<String, Load.Part>> PARTS = new TypeReference<>() {};

    private static final String LOADS = """
            WITH weighed AS (
                SELECT l.staff_id, coalesce(l.school_level, 'NONE') AS school_level, count(*) AS cases,
                       sum(case_weight(p.policy, l.barriers, l.stage, l.service_level)) AS weight
                FROM case_load l, (SELECT CAST(? AS jsonb) AS policy) p
                WHERE l.role = ? GROUP BY 1, 2
            ), carried AS (
                SELECT staff_id, sum(cases) AS cases, sum(weight) AS weight,
                       jsonb_object_agg(school_level, jsonb_build_object('cases', cases, 'weight', weight)) AS parts
                FROM weighed GROUP BY staff_id
            )
            SELECT c.staff_id, s.given_name, s.family_name, c.cases, c.weight, c.parts
            FROM carried c LEFT JOIN staff_profile s ON s.id = c.staff_id WHERE true
            """;

    private final Rows rows;
    private final Policies policies;
    private final ObjectMapper json;

    Loads(Rows rows, Policies policies, ObjectMapper json) {
        this.rows = rows;
        this.policies = policies;
        this.json = json;
    }

    /** The heaviest first, then those with the most cases; one more than the limit. */
    public List<Load> heaviest(CaseloadPolicy policy, TeamMember.Role role, Cursor after, int limit) {
        var query = Query.of(LOADS, policies.text(policy), role.name());
        if (!after.isStart()) {
            query = query.and(
                    "(c.weight, c.cases, c.staff_id) < (?, ?, ?)",
                    new BigDecimal(after.text(0)),
                    after.number(1),
                    after.uuid(2));
        }
        return rows.list(
                query.plus(" ORDER BY c.weight DESC, c.cases DESC, c.staff_id DESC LIMIT ?", limit + 1),
                row -> load(row, role));
    }

    private Load load(ResultSet row, TeamMember.Role role) throws SQLException {
        try {
            return new Load(
                    row.getObject("staff_id", UUID.class),
                    row.getString("given_name"),
                    row.getString("family_name"),
                    role,
                    json.readValue(row.getString("parts"), PARTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Loads cannot be read", e);
        }
    }
}
