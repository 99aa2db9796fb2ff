package org.schoolcase.students.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.students.provider.Listing.Position;

/** The statements of one read: count, look up a place, and read records from there, all over the same condition. */
final class RosterList {

    private final Resource resource;
    private final Query condition;
    private final ReadRequest request;

    /** Ids are those of the path's parameters. */
    RosterList(Operation operation, List<UUID> ids, ReadRequest request, UUID districtId) {
        this.resource = operation.collection().resource();
        this.request = request;
        var scope = new ArrayList<@Nullable Object>();
        operation.ids().forEach(index -> scope.add(ids.get(index)));
        var filter = new Conditions(resource, districtId).of(request.filter());
        condition = new Query(
                        operation.collection().condition() + " AND " + operation.relation() + " AND " + filter.sql(),
                        scope)
                .plus("", filter.values().toArray());
    }

    private String from() {
        return " FROM " + resource.entity().table() + " t WHERE ";
    }

    Query count() {
        return new Query("SELECT count(*)" + from() + condition.sql(), condition.values());
    }

    /**
     * The row so many places behind a position, looked for from the end of the list where that is nearer. Its key is written
     * as text outside: of the rows that are passed over nothing is computed but what orders them.
     */
    Query skip(Optional<Position> after, long rows, long behind) {
        boolean back = after.isEmpty() && behind < rows;
        var key = key().isPresent() ? "t.sort_key" : "";
        var place = after(
                        Query.of("SELECT t.id"
                                + key().map(sql -> ", " + sql + " AS sort_key").orElse("")),
                        after)
                .plus(order(back != request.descending(), key().orElse("")))
                .plus(" LIMIT 1 OFFSET ?", back ? behind : rows - 1);
        return Query.of("SELECT " + (key.isEmpty() ? "NULL" : "CAST(t.sort_key AS text)") + ", t.id FROM (")
                .plus(place.sql() + ") t", place.values().toArray());
    }

    /**
     * Records behind a position: sort key, id, JSON. The rows are chosen first and shown then, without a join: the planner
     * would rather read the whole table than a thousand rows by their ids.
     */
    Query records(Optional<Position> after, int limit, String base) {
        var chosen = after(
                        Query.of("SELECT t.*"
                                + key().map(key -> ", " + key + " AS sort_key").orElse("")),
                        after)
                .plus(order(request.descending(), key().orElse("")) + " LIMIT ?", limit);
        var key = key().isPresent() ? "t.sort_key" : "";
        return Query.of(
                        "SELECT " + (key.isEmpty() ? "NULL" : "CAST(" + key + " AS text)") + ", t.id, CAST(" + json()
                                + " AS text) FROM (SELECT CAST(? AS text) AS base) b CROSS JOIN (",
                        base)
                .plus(chosen.sql(), chosen.values().toArray())
                .plus(") t" + order(request.descending(), key));
    }

    private Query after(Query select, Optional<Position> after) {
        var query = select.plus(from() + condition.sql(), condition.values().toArray());
        if (after.isEmpty()) {
            return query;
        }
        var sign = request.descending() ? " < " : " > ";
        var sort = request.sort();
        return sort.isEmpty()
                ? query.and("t.id" + sign + "?", after.get().id())
                : query.and(
                        "(" + sort.get().criterion().key() + ", t.id)" + sign + "(CAST(? AS "
                                + sort.get().criterion().keyType() + "), ?)",
                        after.get().key(),
                        after.get().id());
    }

    private Optional<String> key() {
        return request.sort().map(sort -> sort.criterion().key());
    }

    private static String order(boolean descending, String key) {
        var direction = descending ? " DESC" : "";
        return " ORDER BY " + (key.isEmpty() ? "" : key + direction + ", ") + "t.id" + direction;
    }

    private String json() {
        return request.fields().stream()
                .map(field -> "'" + field.name() + "', " + field.json())
                .collect(Collectors.joining(", ", "json_strip_nulls(json_build_object(", "))"));
    }
}
