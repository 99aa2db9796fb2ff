package org.schoolcase.cases.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Reads what happened, in order of its day and of its recording. */
@ApplicationScoped
class Timeline {

    /** In which order. */
    enum Order {
        NEWEST_FIRST("<", "DESC"),
        OLDEST_FIRST(">", "ASC");

        private final String beyond;
        private final String direction;

        Order(String beyond, String direction) {
            this.beyond = beyond;
            this.direction = direction;
        }
    }

    /** Which part of it; no kinds means all. */
    record Filter(
            List<Kind> kinds,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Order order) {}

    /** A row as it is stored, with what the caller may know of it. */
    record Row(
            UUID id,
            UUID caseId,
            Kind kind,
            LocalDate on,
            Instant recordedAt,
            UUID subjectId,
            boolean sealed,
            boolean hidden,
            boolean asFamily,
            @Nullable String actorRole,
            @Nullable UUID corrects,
            @Nullable UUID supersededBy) {}

    private static final String SELECT = """
            SELECT h.id, h.case_id, h.kind, h.on_date, h.recorded_at, h.subject_id, h.sealed,
                   h.sealed AND NOT h.case_id = ANY (?) AS hidden, h.case_id = ANY (?) AS as_family,
                   CASE WHEN h.by_staff IS NOT NULL THEN coalesce(
                       (SELECT min(m.role) FROM case_team_member m
                         WHERE m.case_id = h.case_id AND m.staff_id = h.by_staff), 'STAFF') END AS actor_role,
                   e.supersedes AS corrects, n.id AS superseded_by
            FROM case_happening h
            LEFT JOIN communication_entry e ON h.kind = 'COMMUNICATION_LOGGED' AND e.id = h.subject_id
            LEFT JOIN communication_entry n ON n.supersedes = e.id
            WHERE
            """;

    /** Families see what is theirs to see and not sealed; of contacts only those with themselves. */
    private static final String SEEN = """
             (h.case_id = ANY (?) OR (h.case_id = ANY (?) AND NOT h.sealed AND h.kind = ANY (CAST(? AS text[]))
              AND (h.kind <> 'COMMUNICATION_LOGGED' OR e.guardian_id = ?)))""";

    private final Rows rows;

    Timeline(Rows rows) {
        this.rows = rows;
    }

    /** One more than the limit. A sealed row does not answer to a kind: that would tell what it is. */
    List<Row> list(Sight.Seen seen, Filter filter, Cursor after, int limit) {
        var unsealed = ids(seen.unsealed());
        var family = ids(seen.family());
        var query = Query.of(SELECT, unsealed, family)
                .plus(
                        SEEN,
                        ids(seen.worked()),
                        family,
                        names(FamilyKinds.all()),
                        seen.guardian().orElse(null));
        if (!filter.kinds().isEmpty()) {
            query = query.and("h.kind = ANY (CAST(? AS text[]))", names(filter.kinds()))
                    .and("(NOT h.sealed OR h.case_id = ANY (?))", (Object) unsealed);
        }
        if (filter.from() != null) {
            query = query.and("h.on_date >= ?", filter.from());
        }
        if (filter.to() != null) {
            query = query.and("h.on_date <= ?", filter.to());
        }
        return rows.list(page(query, filter.order(), after, limit), Timeline::row);
    }

    /** Ids grow with the order of recording. */
    private static Query page(Query query, Order order, Cursor after, int limit) {
        var from = after.isStart()
                ? query
                : query.and(
                        "(h.on_date, h.id) " + order.beyond + " (?, ?)", LocalDate.parse(after.text(0)), after.uuid(1));
        return from.plus(" ORDER BY h.on_date %1$s, h.id %1$s LIMIT ?".formatted(order.direction), limit + 1);
    }

    /** As PostgreSQL writes an array. */
    private static String names(List<Kind> kinds) {
        return kinds.stream().map(Kind::name).collect(Collectors.joining(",", "{", "}"));
    }

    private static UUID[] ids(List<UUID> list) {
        return list.toArray(UUID[]::new);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("on_date", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("subject_id", UUID.class),
                row.getBoolean("sealed"),
                row.getBoolean("hidden"),
                row.getBoolean("as_family"),
                row.getString("actor_role"),
                row.getObject("corrects", UUID.class),
                row.getObject("superseded_by", UUID.class));
    }
}
