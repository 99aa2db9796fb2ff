package org.schoolcase.students.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.indicator.rule.RuleCatalog;
import org.schoolcase.students.indicator.rule.RuleSet;

/** What the district has set for early warning, version by date, and the rules that follow from it. */
@ApplicationScoped
class Policies {

    /** The settings of a district from a date on. */
    record Policy(
            LocalDate validFrom,
            long version,
            Map<String, RuleCatalog.Setting> settings,
            String reason,
            Instant recordedAt) {}

    private static final TypeReference<Map<String, RuleCatalog.Setting>> SETTINGS = new TypeReference<>() {};
    private static final String SELECT =
            "select valid_from, version, settings, reason, recorded_at from early_warning_policy";

    private final RuleCatalog catalog = RuleCatalog.load();
    private final Rows rows;
    private final ObjectMapper json;
    private final Tenants tenants;
    private final Districts districts;

    Policies(Rows rows, ObjectMapper json, Tenants tenants, Districts districts) {
        this.rows = rows;
        this.json = json;
        this.tenants = tenants;
        this.districts = districts;
    }

    RuleCatalog catalog() {
        return catalog;
    }

    /** The rules in force in the district on a date. */
    RuleSet inForce(LocalDate on) {
        var policy = policyOn(on);
        return catalog.inForce(
                jurisdiction(),
                policy.map(Policy::validFrom).orElse(null),
                policy.map(Policy::settings).orElse(Map.of()));
    }

    String jurisdiction() {
        return districts.require(tenants.districtId()).jurisdiction();
    }

    Optional<Policy> policyOn(LocalDate on) {
        return rows.first(Query.of(SELECT + " where valid_from <= ? order by valid_from desc limit 1", on), this::read);
    }

    /** Keeps others from changing the district's policies until the transaction ends. */
    void lock() {
        rows.list(
                Query.of("select pg_advisory_xact_lock(hashtext('early-warning'), hashtext(current_district()::text))"),
                _ -> true);
    }

    Optional<Policy> find(LocalDate validFrom) {
        return rows.first(Query.of(SELECT + " where valid_from = ?", validFrom), this::read);
    }

    /** The latest first. */
    List<Policy> before(@Nullable LocalDate last, int limit) {
        var query = last == null ? Query.of(SELECT) : Query.of(SELECT + " where valid_from < ?", last);
        return rows.list(query.plus(" order by valid_from desc limit ?", limit), this::read);
    }

    void put(Policy policy, String actor) {
        rows.write(
                "insert into early_warning_policy (valid_from, version, settings, reason, recorded_at, recorded_by)"
                        + " values (?, ?, ?::jsonb, ?, ?, ?) on conflict (district_id, valid_from) do update set"
                        + " version = excluded.version, settings = excluded.settings, reason = excluded.reason,"
                        + " recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by",
                policy.validFrom(),
                policy.version(),
                write(policy.settings()),
                policy.reason(),
                policy.recordedAt().atOffset(ZoneOffset.UTC),
                actor);
    }

    private Policy read(ResultSet row) throws SQLException {
        return new Policy(
                row.getObject("valid_from", LocalDate.class),
                row.getLong("version"),
                settings(row.getString("settings")),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private Map<String, RuleCatalog.Setting> settings(String text) {
        try {
            return json.readValue(text, SETTINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored settings do not fit", e);
        }
    }

    private String write(Map<String, RuleCatalog.Setting> settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Settings cannot be written", e);
        }
    }
}
