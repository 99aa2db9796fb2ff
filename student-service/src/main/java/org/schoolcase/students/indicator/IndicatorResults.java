package org.schoolcase.students.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.indicator.rule.Indicator;
import org.schoolcase.students.indicator.rule.Level;
import org.schoolcase.students.indicator.rule.RuleSet;

/** Keeps the results of a batch with one statement, and tells which levels are others than before. Needs a transaction. */
@ApplicationScoped
class IndicatorResults {

    /** A result of a student. */
    record Of(UUID studentId, RuleSet.Result result) {}

    /** What an indicator was before, if it was computed before, and is now. */
    record Change(
            UUID studentId, Indicator indicator, @Nullable Level before, Level now) {

        /** Not evaluated, computed for the first time without a flag, or evaluated without one: nobody need look. */
        boolean isNews() {
            return before == null ? now.isFlag() : before != now && (before.isFlag() || now.isFlag());
        }
    }

    private static final String UPSERT = """
            insert into student_indicator as t (student_id, indicator, level, level_since, window_from, window_to,
                                                evaluations, catalog_version, policy_from, computed_at)
            select g.student_id, g.indicator, g.level, ?, g.window_from, g.window_to, g.evaluations::jsonb, ?, ?, now()
              from unnest(?::uuid[], ?::text[], ?::text[], ?::date[], ?::date[], ?::text[])
                   as g (student_id, indicator, level, window_from, window_to, evaluations)
            on conflict (district_id, student_id, indicator) do update
               set level = excluded.level,
                   level_since = case when t.level = excluded.level then t.level_since else excluded.level_since end,
                   window_from = excluded.window_from, window_to = excluded.window_to,
                   evaluations = excluded.evaluations, catalog_version = excluded.catalog_version,
                   policy_from = excluded.policy_from, computed_at = excluded.computed_at
            returning new.student_id, new.indicator, old.level as before, new.level as now
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    IndicatorResults(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    List<Change> store(List<Of> results, RuleSet rules, LocalDate today) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, results, rules, today);
                var row = statement.executeQuery()) {
            var changes = new ArrayList<Change>();
            while (row.next()) {
                var before = row.getString("before");
                changes.add(new Change(
                        row.getObject("student_id", UUID.class),
                        Indicator.valueOf(row.getString("indicator")),
                        before == null ? null : Level.valueOf(before),
                        Level.valueOf(row.getString("now"))));
            }
            return changes;
        } catch (SQLException e) {
            throw new IllegalStateException("Indicators are not stored: SQL state " + e.getSQLState(), e);
        }
    }

    private PreparedStatement prepare(Connection connection, List<Of> results, RuleSet rules, LocalDate today)
            throws SQLException {
        var statement = connection.prepareStatement(UPSERT);
        statement.setObject(1, today);
        statement.setInt(2, rules.catalogVersion());
        statement.setObject(3, rules.policyFrom(), java.sql.Types.DATE);
        array(connection, statement, 4, "uuid", results, Of::studentId);
        array(connection, statement, 5, "text", results, of -> of.result()
                .indicator()
                .name());
        array(connection, statement, 6, "text", results, of -> of.result()
                .level()
                .name());
        array(connection, statement, 7, "date", results, of -> of.result()
                .window()
                .from());
        array(connection, statement, 8, "date", results, of -> of.result()
                .window()
                .to());
        array(connection, statement, 9, "text", results, of -> text(of.result()));
        return statement;
    }

    private static void array(
            Connection connection,
            PreparedStatement statement,
            int place,
            String type,
            List<Of> results,
            Function<Of, Object> value)
            throws SQLException {
        statement.setArray(
                place,
                connection.createArrayOf(type, results.stream().map(value).toArray()));
    }

    private String text(RuleSet.Result result) {
        try {
            return json.writeValueAsString(result.evaluations());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Evaluations cannot be written", e);
        }
    }
}
