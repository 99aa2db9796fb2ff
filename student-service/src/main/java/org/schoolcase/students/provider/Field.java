package org.schoolcase.students.provider;

import java.util.Map;

/**
 * One member of a resource, declared once: for the JSON, the selection, the filter, the order and the contract.
 *
 * @param json SQL of its JSON value over the row {@code t}; null leaves the member out
 * @param criteria what filters and sorts may name, by dotted name
 */
record Field(String name, Shape shape, boolean required, String json, Map<String, Criterion> criteria) {

    /** Shapes of values, as the binding has them. */
    enum Shape {
        TEXT,
        /** The binding writes true and false as texts. */
        BOOLEAN,
        DATE,
        TIME,
        TEXTS,
        REFERENCE,
        REFERENCES,
        OBJECT,
        ROLES,
        USER_IDS
    }

    static Field text(String name, String sql) {
        return new Field(name, Shape.TEXT, false, sql, Map.of(name, Criterion.of(Criterion.Type.TEXT, sql)));
    }

    static Field bool(String name, String sql) {
        return new Field(
                name,
                Shape.BOOLEAN,
                false,
                "CAST(" + sql + " AS text)",
                Map.of(name, Criterion.of(Criterion.Type.BOOLEAN, sql)));
    }

    static Field date(String name, String sql) {
        return new Field(name, Shape.DATE, false, sql, Map.of(name, Criterion.of(Criterion.Type.DATE, sql)));
    }

    static Field time(String name, String sql) {
        return new Field(name, Shape.TIME, true, time(sql), Map.of(name, Criterion.of(Criterion.Type.TIME, sql)));
    }

    static Field year(String name, String sql) {
        return new Field(
                name,
                Shape.TEXT,
                false,
                "CAST(" + sql + " AS text)",
                Map.of(name, Criterion.of(Criterion.Type.YEAR, sql)));
    }

    static Field texts(String name, String sql) {
        return new Field(
                name,
                Shape.TEXTS,
                false,
                "to_json(nullif(" + sql + ", '{}'))",
                Map.of(name, Criterion.of(Criterion.Type.TEXTS, sql)));
    }

    static Field reference(String name, Entity target, String sql) {
        return new Field(
                name,
                Shape.REFERENCE,
                false,
                "(SELECT " + target.reference("o") + " FROM " + target.table() + " o WHERE o.id = " + sql + ")",
                Map.of(name + ".sourcedId", Criterion.reference(Criterion.Type.REFERENCE, sql, target)));
    }

    static Field references(String name, Entity target, String sql) {
        return new Field(
                name,
                Shape.REFERENCES,
                false,
                "(SELECT json_agg(" + target.reference("o") + " ORDER BY x.n) FROM unnest(" + sql
                        + ") WITH ORDINALITY x (id, n) JOIN " + target.table() + " o ON o.id = x.id)",
                Map.of(name + ".sourcedId", Criterion.reference(Criterion.Type.REFERENCES, sql, target)));
    }

    /** References of the rows that name this one as their parent. */
    static Field children(Entity target) {
        return new Field(
                "children",
                Shape.REFERENCES,
                false,
                "(SELECT json_agg(" + target.reference("o") + " ORDER BY o.sourced_id COLLATE \"C\") FROM "
                        + target.table() + " o WHERE o.parent_id = t.id)",
                Map.of());
    }

    Field require() {
        return new Field(name, shape, true, json, criteria);
    }

    /** ISO 8601 in UTC with milliseconds, as the binding wants it. */
    static String time(String sql) {
        return "to_char(" + sql + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
    }
}
