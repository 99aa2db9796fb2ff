package org.schoolcase.students.provider;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a filter or a sort may name: the SQL it stands for, and how values are compared with it.
 *
 * @param sql expression over the row {@code t}; of type ANY a condition with one question mark
 * @param values values of question marks in the expression
 * @param target where a reference points; null for other types
 */
record Criterion(
        Type type,
        String sql,
        List<Object> values,
        @Nullable Entity target) {

    enum Type {
        TEXT,
        BOOLEAN,
        DATE,
        TIME,
        YEAR,
        /** A list of texts: equal as a whole, or containing one. */
        TEXTS,
        REFERENCE,
        REFERENCES,
        /** Parts of embedded objects: one of them has the value. */
        ANY
    }

    static Criterion of(Type type, String sql) {
        return new Criterion(type, sql, List.of(), null);
    }

    static Criterion reference(Type type, String sql, Entity target) {
        return new Criterion(type, sql, List.of(), target);
    }

    boolean sorts() {
        return type != Type.TEXTS && type != Type.REFERENCES && type != Type.ANY;
    }

    /** The expression as text: what {@code ~} looks into, and what references are compared by. */
    String text() {
        return switch (type) {
            case REFERENCE -> "(SELECT o.sourced_id FROM " + table() + " o WHERE o.id = " + sql + ")";
            case TIME -> Field.time(sql);
            case DATE, YEAR, BOOLEAN -> "CAST(" + sql + " AS text)";
            case TEXT, TEXTS, REFERENCES, ANY -> sql;
        };
    }

    /** A sort key that is never null, so that a page can begin behind it; only times rely on their column. */
    String key() {
        return switch (type) {
            case TIME, YEAR -> sql;
            case DATE -> "coalesce(" + sql + ", '-infinity')";
            case BOOLEAN -> "coalesce(" + sql + ", false)";
            case TEXT, REFERENCE, TEXTS, REFERENCES, ANY -> "coalesce(" + text() + ", '') COLLATE \"C\"";
        };
    }

    String keyType() {
        return switch (type) {
            case TIME -> "timestamptz";
            case YEAR -> "integer";
            case DATE, BOOLEAN -> type.name().toLowerCase(Locale.ROOT);
            case TEXT, REFERENCE, TEXTS, REFERENCES, ANY -> "text";
        };
    }

    String table() {
        if (target == null) {
            throw new IllegalStateException("Not a reference: " + sql);
        }
        return target.table();
    }
}
