package org.schoolcase.kit.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A select that grows by conditions, each with the values of its question marks. */
public record Query(String sql, List<@Nullable Object> values) {

    public static Query of(String sql, @Nullable Object... values) {
        return new Query(sql, Arrays.asList(values));
    }

    public Query and(String condition, @Nullable Object... more) {
        return plus(" and " + condition, more);
    }

    /** A policy as a condition on the rows of the select. */
    public interface Condition {

        String sql();

        List<? extends @Nullable Object> values();
    }

    public Query and(Condition condition) {
        return and(condition.sql(), condition.values().toArray());
    }

    public Query plus(String text, @Nullable Object... more) {
        var all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return new Query(sql + text, all);
    }
}
