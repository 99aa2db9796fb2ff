package org.schoolcase.students.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One of the 41 read operations (OneRoster 1.2 Rostering REST Binding, section 3).
 *
 * @param path below the base path, with parameters in braces
 * @param relation SQL condition on the row {@code t} with a question mark for each id that it needs
 * @param ids which parameters of the path the condition needs, in its order
 * @param parents collections in which the parameters of the path must be found; each in the school before it
 * @param scopes short names of the scopes that open it, any of them
 */
record Operation(
        String id,
        String path,
        Collection collection,
        boolean single,
        String relation,
        List<Integer> ids,
        List<Collection> parents,
        Set<String> scopes) {

    static final String ROSTER = "roster.readonly";
    static final String CORE = "roster-core.readonly";
    static final String DEMOGRAPHICS = "roster-demographics.readonly";

    private static final String ENROLLED = "EXISTS (SELECT FROM roster_enrollment e WHERE e.status = 'ACTIVE' AND ";
    private static final String IN_CLASS = ENROLLED + "e.user_id = t.id AND e.class_id = ? AND e.role = '%s')";
    private static final String OF_USER = ENROLLED + "e.class_id = t.id AND e.user_id = ?%s)";

    private static final String TAUGHT_AT = "(t.org_id = ? OR EXISTS (SELECT FROM roster_class c"
            + " WHERE c.course_id = t.id AND c.school_id = ? AND c.status = 'ACTIVE'))";
    private static final String TERM_OF = "EXISTS (SELECT FROM roster_class c"
            + " WHERE c.school_id = ? AND c.status = 'ACTIVE' AND t.id = ANY (c.term_ids))";

    /** All of them. */
    static final List<Operation> ALL = all();

    private static List<Operation> all() {
        var all = new ArrayList<Operation>();
        for (var collection : Collection.values()) {
            all.add(list(collection));
            all.add(single(collection));
        }
        for (var reader : List.of(Collection.STUDENTS, Collection.TEACHERS)) {
            var role = reader.noun().toLowerCase(java.util.Locale.ROOT);
            all.add(below("ForClass", reader, IN_CLASS.formatted(role), List.of(0), Collection.CLASSES));
            all.add(below("ForSchool", reader, atSchool(role), List.of(0), Collection.SCHOOLS));
            all.add(below(
                    "ForClassInSchool",
                    reader,
                    IN_CLASS.formatted(role),
                    List.of(1),
                    Collection.SCHOOLS,
                    Collection.CLASSES));
            var own = OF_USER.formatted(" AND e.role = '" + role + "'");
            all.add(below("For" + reader.noun(), Collection.CLASSES, own, List.of(0), reader));
        }
        all.addAll(others());
        return List.copyOf(all);
    }

    private static String atSchool(String role) {
        return "EXISTS (SELECT FROM roster_role r WHERE r.user_id = t.id AND r.org_id = ? AND r.role = '" + role
                + "' AND (r.status = 'ACTIVE' OR t.status <> 'ACTIVE'))";
    }

    private static List<Operation> others() {
        return List.of(
                below("ForUser", Collection.CLASSES, OF_USER.formatted(""), List.of(0), Collection.USERS),
                below("ForCourse", Collection.CLASSES, "t.course_id = ?", List.of(0), Collection.COURSES),
                below("ForSchool", Collection.CLASSES, "t.school_id = ?", List.of(0), Collection.SCHOOLS),
                below("ForTerm", Collection.CLASSES, "? = ANY (t.term_ids)", List.of(0), Collection.TERMS),
                below("ForSchool", Collection.COURSES, TAUGHT_AT, List.of(0, 0), Collection.SCHOOLS),
                below("ForSchool", Collection.TERMS, TERM_OF, List.of(0), Collection.SCHOOLS),
                below("ForTerm", Collection.GRADING_PERIODS, "t.parent_id = ?", List.of(0), Collection.TERMS),
                below("ForSchool", Collection.ENROLLMENTS, "t.school_id = ?", List.of(0), Collection.SCHOOLS),
                below(
                        "ForClassInSchool",
                        Collection.ENROLLMENTS,
                        "t.class_id = ?",
                        List.of(1),
                        Collection.SCHOOLS,
                        Collection.CLASSES));
    }

    private static Operation list(Collection collection) {
        return new Operation(
                "getAll" + collection.nouns(),
                "/" + collection.path(),
                collection,
                false,
                "true",
                List.of(),
                List.of(),
                scopes(collection));
    }

    private static Operation single(Collection collection) {
        return new Operation(
                "get" + collection.noun(),
                "/" + collection.path() + "/{sourcedId}",
                collection,
                true,
                "t.id = ?",
                List.of(0),
                List.of(),
                scopes(collection));
    }

    private static Set<String> scopes(Collection collection) {
        return collection == Collection.DEMOGRAPHICS ? Set.of(DEMOGRAPHICS) : Set.of(ROSTER, CORE);
    }

    private static Operation below(
            String suffix, Collection collection, String relation, List<Integer> ids, Collection... parents) {
        var path = new StringBuilder();
        for (var parent : parents) {
            path.append('/').append(parent.path()).append("/{");
            path.append(
                    parent.resource().entity() == Entity.ORG
                            ? "school"
                            : parent.resource().singular());
            path.append("SourcedId}");
        }
        return new Operation(
                "get" + collection.nouns() + suffix,
                path.append('/').append(collection.path()).toString(),
                collection,
                false,
                relation,
                ids,
                List.of(parents),
                Set.of(ROSTER));
    }

    /** Names of the path's parameters. */
    List<String> parameters() {
        return Arrays.stream(path.split("/", -1))
                .filter(Operation::isParameter)
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    /** Whether a path of these segments means this operation. */
    boolean matches(List<String> segments) {
        var own = path.substring(1).split("/", -1);
        return own.length == segments.size()
                && IntStream.range(0, own.length).allMatch(i -> isParameter(own[i]) || own[i].equals(segments.get(i)));
    }

    /** The values of the path's parameters: every second segment. */
    List<String> arguments(List<String> segments) {
        return IntStream.range(0, segments.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(segments::get)
                .toList();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }
}
