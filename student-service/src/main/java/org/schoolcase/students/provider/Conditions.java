package org.schoolcase.students.provider;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.students.provider.Filter.Clause;
import org.schoolcase.students.provider.Filter.Comparison;

/** Turns filters into SQL conditions; what a client wrote stands there only as values of question marks. */
final class Conditions {

    private final Resource resource;
    private final UUID districtId;

    Conditions(Resource resource, UUID districtId) {
        this.resource = resource;
        this.districtId = districtId;
    }

    /** True for every row where there is no filter. */
    Query of(Filter filter) {
        var condition = Query.of("true");
        for (int i = 0; i < filter.clauses().size(); i++) {
            var next = of(filter.clauses().get(i));
            var all = condition.values();
            condition = i == 0
                    ? next
                    : new Query("(" + condition.sql() + (filter.either() ? " OR " : " AND ") + next.sql() + ")", all)
                            .plus("", next.values().toArray());
        }
        return condition;
    }

    private Query of(Clause clause) {
        var criterion = resource.criterion(clause.field())
                .orElseThrow(() -> refusal(clause, "There is no such field to filter by."));
        var condition =
                switch (clause.comparison()) {
                    case DIFFERENT -> equal(criterion, clause);
                    case EQUAL -> equal(criterion, clause);
                    case CONTAINS -> contains(criterion, clause);
                    case GREATER, NOT_LESS, LESS, NOT_GREATER -> ordered(criterion, clause);
                };
        return clause.comparison() == Comparison.DIFFERENT
                ? new Query("(" + condition.sql() + ") IS NOT TRUE", condition.values())
                : condition;
    }

    private Query equal(Criterion criterion, Clause clause) {
        var sql = criterion.sql();
        return switch (criterion.type()) {
            case TEXT -> on(criterion, sql + " = ?", clause.value());
            case BOOLEAN -> on(criterion, sql + " = ?", bool(clause));
            case DATE -> on(criterion, sql + " = ?", date(clause));
            case YEAR -> on(criterion, criterion.text() + " = ?", clause.value());
            case TIME ->
                on(
                        criterion,
                        sql + " >= ? AND " + sql + " < ?",
                        time(clause),
                        time(clause).plus(1, ChronoUnit.MILLIS));
            case REFERENCE -> on(criterion, sql + " = ?", id(criterion, clause.value()));
            case REFERENCES -> on(criterion, sql + " = string_to_array(?, ',')::uuid[]", ids(criterion, clause));
            case TEXTS -> on(criterion, sql + " = string_to_array(?, ',')", clause.value());
            case ANY -> on(criterion, sql, clause.value());
        };
    }

    private Query contains(Criterion criterion, Clause clause) {
        return switch (criterion.type()) {
            case TEXTS -> on(criterion, "? = ANY (" + criterion.sql() + ")", clause.value());
            case REFERENCES -> on(criterion, "? = ANY (" + criterion.sql() + ")", id(criterion, clause.value()));
            case ANY -> on(criterion, criterion.sql(), clause.value());
            case TEXT, BOOLEAN, DATE, TIME, YEAR, REFERENCE ->
                new Query(
                                "position(lower(?) IN lower(" + criterion.text() + ")) > 0",
                                java.util.List.of(clause.value()))
                        .plus("", criterion.values().toArray());
        };
    }

    private Query ordered(Criterion criterion, Clause clause) {
        var sign = " " + clause.comparison().sign() + " ?";
        return switch (criterion.type()) {
            case TEXT, REFERENCE -> on(criterion, criterion.text() + " COLLATE \"C\"" + sign, clause.value());
            case YEAR -> on(criterion, criterion.text() + " COLLATE \"C\"" + sign, clause.value());
            case DATE -> on(criterion, criterion.sql() + sign, date(clause));
            case TIME -> later(criterion, clause);
            case BOOLEAN, TEXTS, REFERENCES, ANY -> throw refusal(clause, "This field has no order to compare by.");
        };
    }

    /** Times are shown in milliseconds and kept finer: what is shown as equal counts as equal. */
    private static Query later(Criterion criterion, Clause clause) {
        var time = time(clause);
        var next = time.plus(1, ChronoUnit.MILLIS);
        return switch (clause.comparison()) {
            case GREATER -> on(criterion, criterion.sql() + " >= ?", next);
            case NOT_LESS -> on(criterion, criterion.sql() + " >= ?", time);
            case LESS -> on(criterion, criterion.sql() + " < ?", time);
            default -> on(criterion, criterion.sql() + " < ?", next);
        };
    }

    /** Values of the expression come first, that of the comparison behind them; {@code ?} of ANY is the comparison's. */
    private static Query on(Criterion criterion, String sql, Object... values) {
        return new Query(sql, criterion.values()).plus("", values);
    }

    private UUID id(Criterion criterion, String sourcedId) {
        var target = criterion.target();
        if (target == null) {
            throw new IllegalStateException("Not a reference: " + criterion.sql());
        }
        return Ids.named(districtId, target.kind() + ":" + sourcedId);
    }

    private String ids(Criterion criterion, Clause clause) {
        var ids = new java.util.StringJoiner(",");
        for (var sourcedId : clause.value().split(",", -1)) {
            ids.add(id(criterion, sourcedId).toString());
        }
        return ids.toString();
    }

    private static boolean bool(Clause clause) {
        return switch (clause.value().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal(clause, "The value is true or false.");
        };
    }

    private static LocalDate date(Clause clause) {
        try {
            return LocalDate.parse(clause.value());
        } catch (DateTimeException e) {
            throw refusal(clause, "The value is a date such as 2026-09-01.");
        }
    }

    private static OffsetDateTime time(Clause clause) {
        try {
            var instant = clause.value().length() == 10
                    ? LocalDate.parse(clause.value())
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(clause.value());
            var time = instant.atOffset(ZoneOffset.UTC);
            if (time.getYear() < 1 || time.getYear() > 9999) {
                throw refusal(clause, "The year has four digits.");
            }
            return time;
        } catch (DateTimeException e) {
            throw refusal(clause, "The value is a time such as 2026-09-01T00:00:00.000Z.");
        }
    }

    /** Names the field, which is of the client's request, never the value. */
    private static ProblemException refusal(Clause clause, String detail) {
        return Imsx.refusal(Imsx.INVALID_FILTER_FIELD, clause.field() + ": " + detail);
    }
}
