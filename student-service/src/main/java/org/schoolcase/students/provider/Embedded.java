package org.schoolcase.students.provider;

import java.util.Map;
import org.schoolcase.students.provider.Field.Shape;

/** Members of a user that version 1.2 embeds, though its CSV binding keeps them in files or cells of their own. */
final class Embedded {

    /** Who is still here shows the roles in force; who is not, those that he had. */
    private static final String ROLES_OF_USER =
            " FROM roster_role r JOIN roster_org o ON o.id = r.org_id WHERE r.user_id = t.id"
                    + " AND (r.status = 'ACTIVE' OR t.status <> 'ACTIVE')";

    /** A change of roles is a change of the user, or increments would miss it. */
    static final String USER_MODIFIED =
            "greatest(t.changed_at," + " (SELECT max(r.changed_at) FROM roster_role r WHERE r.user_id = t.id))";

    static final Field ROLES = new Field(
            "roles",
            Shape.ROLES,
            true,
            "coalesce((SELECT json_agg(json_build_object('roleType', r.role_type, 'role', r.role, 'org', "
                    + Entity.ORG.reference("o")
                    + ", 'beginDate', r.begin_date, 'endDate', r.end_date)"
                    + " ORDER BY r.role_type, r.role, o.sourced_id COLLATE \"C\", r.begin_date, r.end_date)"
                    + ROLES_OF_USER
                    + "), '[]')",
            Map.of(
                    "roles.role", any(ROLES_OF_USER + " AND r.role = ?"),
                    "roles.roleType", any(ROLES_OF_USER + " AND r.role_type = ?"),
                    "roles.org.sourcedId", any(ROLES_OF_USER + " AND o.sourced_id = ?")));

    /** The CSV binding writes {@code {type:identifier}}. */
    private static final String IDS = " FROM unnest(t.user_ids) x,"
            + " LATERAL (SELECT trim(BOTH '{}' FROM x) AS pair) p,"
            + " LATERAL (SELECT split_part(p.pair, ':', 1) AS kind, substr(p.pair, strpos(p.pair, ':') + 1) AS id) i";

    static final Field USER_IDS = new Field(
            "userIds",
            Shape.USER_IDS,
            false,
            "(SELECT json_agg(json_build_object('type', i.kind, 'identifier', i.id))" + IDS + ")",
            Map.of(
                    "userIds.type", any(IDS + " WHERE i.kind = ?"),
                    "userIds.identifier", any(IDS + " WHERE i.id = ?")));

    private Embedded() {}

    private static Criterion any(String from) {
        return Criterion.of(Criterion.Type.ANY, "EXISTS (SELECT" + from + ")");
    }
}
