package org.schoolcase.students.provider;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for, checked.
 *
 * @param sort criterion to order by; empty for the order of ids
 * @param fields members to show
 * @param warnings minor codes of what was asked in vain
 */
record ReadRequest(
        int limit,
        long offset,
        Optional<Sort> sort,
        boolean descending,
        Filter filter,
        List<Field> fields,
        List<String> warnings) {

    private static final int USUAL_LIMIT = 100;
    private static final int LONGEST_NUMBER = 9;

    /** A field to order by. */
    record Sort(String field, Criterion criterion) {}

    /** Name of the order: what makes a place in a list another place. */
    String order() {
        var field = sort.map(Sort::field).orElse("");
        return descending ? field.concat(" desc") : field;
    }

    /** Refuses what the binding does not allow; a single record takes only {@code fields}. */
    static ReadRequest of(MultiMap query, Operation operation, int largestPage) {
        var resource = operation.collection().resource();
        var warnings = new ArrayList<String>();
        var fields = fields(query.get("fields"), resource, warnings);
        if (operation.single()) {
            return new ReadRequest(1, 0, Optional.empty(), false, Filter.NONE, fields, warnings);
        }
        return new ReadRequest(
                (int) Math.min(number("limit", query.get("limit"), USUAL_LIMIT), largestPage),
                number("offset", query.get("offset"), 0),
                sort(query.get("sort"), resource, warnings),
                descending(query.get("orderBy")),
                Filter.parse(query.get("filter")),
                fields,
                warnings);
    }

    private static long number(String name, @Nullable String text, long usual) {
        if (text == null) {
            return usual;
        }
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Imsx.invalidData(name + " is a whole number from 0 on.");
        }
        return Long.parseLong(text);
    }

    private static boolean descending(@Nullable String text) {
        if (text == null || text.equals("asc")) {
            return false;
        }
        if (!text.equals("desc")) {
            throw Imsx.invalidData("orderBy is asc or desc.");
        }
        return true;
    }

    /** An unknown field leaves the usual order, and the answer says so. */
    private static Optional<Sort> sort(@Nullable String name, Resource resource, List<String> warnings) {
        if (name == null) {
            return Optional.empty();
        }
        var criterion = resource.criterion(name)
                .filter(known -> known.sorts() && known.values().isEmpty());
        if (criterion.isEmpty()) {
            warnings.add(Imsx.INVALID_SORT_FIELD);
        }
        return criterion.map(known -> new Sort(name, known));
    }

    /** An unknown name gives all members, and the answer says so; an empty list is refused. */
    private static List<Field> fields(@Nullable String text, Resource resource, List<String> warnings) {
        if (text == null) {
            return resource.fields();
        }
        if (text.isBlank()) {
            throw Imsx.refusal(Imsx.INVALID_SELECTION_FIELD, "fields names at least one field.");
        }
        var names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        var known = resource.fields().stream().map(Field::name).toList();
        if (!known.containsAll(names)) {
            warnings.add(Imsx.INVALID_SELECTION_FIELD);
            return resource.fields();
        }
        return resource.fields().stream()
                .filter(field -> names.contains(field.name()))
                .toList();
    }
}
