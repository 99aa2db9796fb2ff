package org.schoolcase.students.access;

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

    /** Records that are merged into others are nobody's to see. */
    public Query and(Relation relation) {
        return plus(
                " and s.merged_into is null and " + relation.condition(),
                relation.values().toArray());
    }

    public Query plus(String text, @Nullable Object... more) {
        var all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return new Query(sql + text, all);
    }
}
