package org.schoolcase.students.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A filter as the binding writes it: one comparison, or two joined once by AND or OR.
 *
 * @param either true when one of the two is enough
 */
record Filter(List<Clause> clauses, boolean either) {

    static final Filter NONE = new Filter(List.of(), false);

    private static final String CLAUSE =
            "([A-Za-z_][A-Za-z0-9_]*+(?:\\.[A-Za-z_][A-Za-z0-9_]*+)*+)(!=|>=|<=|=|>|<|~)'([^']*+(?:''[^']*+)*+)'";
    private static final Pattern GRAMMAR = Pattern.compile(CLAUSE + "(?: (AND|OR) " + CLAUSE + ")?");
    private static final int GROUPS = 3;
    private static final int JOIN = 4;

    enum Comparison {
        EQUAL("="),
        DIFFERENT("!="),
        GREATER(">"),
        NOT_LESS(">="),
        LESS("<"),
        NOT_GREATER("<="),
        CONTAINS("~");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        static Comparison of(String sign) {
            for (var comparison : values()) {
                if (comparison.sign.equals(sign)) {
                    return comparison;
                }
            }
            throw new IllegalArgumentException(sign);
        }
    }

    /** One comparison of a field with a value. */
    record Clause(String field, Comparison comparison, String value) {}

    static Filter parse(@Nullable String text) {
        if (text == null) {
            return NONE;
        }
        var match = GRAMMAR.matcher(text);
        if (!match.matches() || text.indexOf('\0') >= 0) {
            throw Imsx.refusal(
                    Imsx.INVALID_FILTER_FIELD,
                    "A filter is field, operator and quoted value without spaces between,"
                            + " or two of these joined by AND or OR.");
        }
        var clauses = new ArrayList<Clause>();
        clauses.add(clause(match, 1));
        if (match.group(JOIN) != null) {
            clauses.add(clause(match, JOIN + 1));
        }
        return new Filter(List.copyOf(clauses), "OR".equals(match.group(JOIN)));
    }

    private static Clause clause(Matcher match, int first) {
        return new Clause(
                match.group(first),
                Comparison.of(match.group(first + 1)),
                match.group(first + GROUPS - 1).replace("''", "'"));
    }

    /** Names only, for the audit trail. */
    List<String> fields() {
        return clauses.stream().map(Clause::field).distinct().toList();
    }
}
