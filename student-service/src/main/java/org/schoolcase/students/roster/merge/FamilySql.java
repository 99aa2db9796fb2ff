package org.schoolcase.students.roster.merge;

/**
 * Statements that make guardians of those whom the roster links to a student, whichever of the two lists the other. What
 * the school recorded or changed is left alone. Of a student who left, nothing is changed: his parents keep their rights.
 */
final class FamilySql {

    /** Guardians whom the roster names for students of the batch, or who are in it: 1 parent, 2 guardian, 3 relative. */
    static final String TEMPORARY =
            "kin (student_id uuid, guardian_id uuid, kind int, PRIMARY KEY (student_id, guardian_id))";

    /** The lists of the batch as rows, so that they can be read from both ends. */
    static final String LISTED = """
            WITH listed AS MATERIALIZED (
                SELECT DISTINCT u.id AS user_id, x.agent_id
                  FROM source b
                  JOIN roster_user u ON u.id = b.source_id AND u.status = 'ACTIVE'
                 CROSS JOIN LATERAL unnest(u.agent_ids) x (agent_id)
                 WHERE x.agent_id <> u.id),
            stale AS MATERIALIZED (
                SELECT a.user_id, a.agent_id
                  FROM source b
                 CROSS JOIN LATERAL (SELECT * FROM roster_agent r WHERE r.user_id = b.source_id OFFSET 0) a
                EXCEPT SELECT user_id, agent_id FROM listed),
            gone AS (
                DELETE FROM roster_agent a USING stale s
                 WHERE a.user_id = ANY (ARRAY(SELECT user_id FROM stale))
                   AND a.user_id = s.user_id AND a.agent_id = s.agent_id)
            INSERT INTO roster_agent (user_id, agent_id) SELECT user_id, agent_id FROM listed ON CONFLICT DO NOTHING
            """;

    /** One row if the user is a student of the roster; LIMIT keeps it a look-up. */
    private static final String LEARNER = """
            (SELECT FROM roster_user u JOIN roster_role r ON r.user_id = u.id AND r.role = 'student' AND %s
              WHERE u.id = %%s AND u.status = 'ACTIVE' LIMIT 1)""".formatted(PeopleSql.IN_FORCE);

    /** Families of the batch; those of a merged record are the surviving student's. */
    static final String KIN = """
            INSERT INTO kin (student_id, guardian_id, kind)
            WITH near AS MATERIALIZED (
                SELECT a.user_id, a.agent_id
                  FROM source b
                 CROSS JOIN LATERAL (SELECT * FROM roster_agent r WHERE r.user_id = b.source_id OFFSET 0) a
                UNION
                SELECT a.user_id, a.agent_id
                  FROM source b
                 CROSS JOIN LATERAL (SELECT * FROM roster_agent r WHERE r.agent_id = b.source_id OFFSET 0) a),
            pair AS (
                SELECT user_id AS student_id, agent_id AS guardian_id FROM near
                UNION
                SELECT agent_id, user_id FROM near)
            SELECT s.id, p.guardian_id, min(k.kind)
              FROM pair p
             CROSS JOIN LATERAL (SELECT coalesce(s.merged_into, s.id) AS id FROM student s
                                  WHERE s.id = p.student_id OFFSET 0) s
             CROSS JOIN LATERAL %2$s l
             CROSS JOIN LATERAL (SELECT min(array_position(ARRAY['parent', 'guardian', 'relative'], r.role)) AS kind
                                   FROM roster_user u JOIN roster_role r ON r.user_id = u.id AND %1$s
                                  WHERE u.id = p.guardian_id AND u.status = 'ACTIVE') k
             WHERE k.kind IS NOT NULL
             GROUP BY s.id, p.guardian_id
            """.formatted(PeopleSql.IN_FORCE, LEARNER.formatted("p.student_id"));

    /**
     * Rights are presumed of a parent (34 CFR 99.4) only: that a guardian has the authority of 300.30(a)(3) no roster
     * says, and a relative has none. What the roster no longer has ends, unless rights or custody are recorded; every
     * student concerned is told anew, once.
     */
    static final String FAMILIES = """
            WITH born AS (
                INSERT INTO guardian (id, sourced_id, given_name, family_name, email, phone)
                SELECT u.id, u.sourced_id, u.given_name, u.family_name, u.email, u.phone
                  FROM (SELECT DISTINCT guardian_id FROM kin) k
                  JOIN roster_user u ON u.id = k.guardian_id
                 WHERE NOT EXISTS (SELECT FROM guardian g WHERE g.id = k.guardian_id)
                ON CONFLICT DO NOTHING),
            linked AS (
                INSERT INTO student_guardian AS t
                       (student_id, guardian_id, relation, educational_rights, may_contact, source)
                SELECT k.student_id, k.guardian_id, m.relation, m.rights, true, 'ROSTER'
                  FROM kin k
                  JOIN (VALUES (1, 'PARENT', true), (2, 'LEGAL_GUARDIAN', false), (3, 'OTHER_RELATIVE', false))
                       m (kind, relation, rights) ON m.kind = k.kind
                  LEFT JOIN student_guardian own ON own.student_id = k.student_id AND own.guardian_id = k.guardian_id
                 WHERE own.student_id IS NULL
                    OR own.source = 'ROSTER' AND (own.ended_on IS NOT NULL
                       OR (own.relation, own.educational_rights) IS DISTINCT FROM (m.relation, m.rights))
                ON CONFLICT (district_id, student_id, guardian_id) DO UPDATE
                   SET relation = excluded.relation, educational_rights = excluded.educational_rights, ended_on = NULL,
                       added_at = CASE WHEN t.ended_on IS NULL THEN t.added_at ELSE excluded.added_at END
                 WHERE t.source = 'ROSTER'
                RETURNING t.student_id, t.guardian_id, old.student_id IS NOT NULL AS known),
            changed AS (
                UPDATE guardian g SET version = g.version + 1
                 WHERE g.id IN (SELECT l.guardian_id FROM linked l WHERE l.known)),
            held AS MATERIALIZED (
                SELECT h.student_id, h.guardian_id
                  FROM batch b
                 CROSS JOIN LATERAL (SELECT * FROM student_guardian r WHERE r.student_id = b.user_id
                                        AND r.source = 'ROSTER' AND r.ended_on IS NULL OFFSET 0) h
                UNION
                SELECT h.student_id, h.guardian_id
                  FROM batch b
                 CROSS JOIN LATERAL (SELECT * FROM student_guardian r WHERE r.guardian_id = b.user_id
                                        AND r.source = 'ROSTER' AND r.ended_on IS NULL OFFSET 0) h),
            missing AS MATERIALIZED (
                SELECT h.student_id, h.guardian_id
                  FROM held h
                 WHERE NOT EXISTS (SELECT FROM kin k WHERE k.student_id = h.student_id AND k.guardian_id = h.guardian_id)),
            ended AS (
                UPDATE student_guardian t SET ended_on = district_today()
                  FROM missing m
                 WHERE t.student_id = ANY (ARRAY(SELECT student_id FROM missing))
                   AND t.student_id = m.student_id AND t.guardian_id = m.guardian_id AND t.source = 'ROSTER'
                   AND EXISTS %s
                   AND NOT EXISTS (SELECT FROM rights_period p
                                    WHERE p.student_id = m.student_id AND p.guardian_id = m.guardian_id
                                      AND p.effect = 'GRANTED' AND p.known_to IS NULL
                                      AND (p.ends_on IS NULL OR p.ends_on >= district_today()))
                   AND NOT EXISTS (SELECT FROM court_order o
                                    WHERE o.student_id = m.student_id AND o.guardian_id = m.guardian_id
                                      AND o.kind = 'CUSTODY' AND o.known_to IS NULL
                                      AND (o.ends_on IS NULL OR o.ends_on >= district_today()))
                RETURNING t.student_id),
            concerned AS (
                UPDATE student s SET version = s.version + 1
                 WHERE s.id IN (SELECT student_id FROM linked UNION SELECT student_id FROM ended)
                   AND NOT EXISTS (SELECT FROM told WHERE told.id = s.id)
                RETURNING s.id)
            INSERT INTO told SELECT id FROM concerned
            """.formatted(LEARNER.formatted("m.student_id"));

    private FamilySql() {}
}
