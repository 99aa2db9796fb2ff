package org.schoolcase.cases.localrule;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.schoolcase.cases.deadline.LocalPolicy;
import org.schoolcase.cases.deadline.LocalPolicy.LocalRule;
import org.schoolcase.cases.deadline.LocalPolicy.Mode;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;

/** Stores the district's own rules and hands them to the engine, read once per version. */
@ApplicationScoped
public class LocalRules {

    private static final String ALL =
            "SELECT id, mode, step, rule, citation, reason, active, written_at, version FROM deadline_rule";

    private static final String STORE = """
            INSERT INTO deadline_rule (id, mode, step, rule, citation, reason, active, written_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
            ON CONFLICT (district_id, id) DO UPDATE SET
                mode = excluded.mode, step = excluded.step, rule = excluded.rule, citation = excluded.citation,
                reason = excluded.reason, active = excluded.active, written_at = excluded.written_at,
                version = deadline_rule.version + 1
            """;

    private record Known(String fingerprint, LocalPolicy policy) {}

    private final Rows rows;
    private final Tenants tenants;
    private final DistrictNow district;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    LocalRules(Rows rows, Tenants tenants, DistrictNow district) {
        this.rows = rows;
        this.tenants = tenants;
        this.district = district;
    }

    /** The rules that hold in the district now. */
    public LocalPolicy policy() {
        var fingerprint = rows.first(
                        Query.of(
                                "SELECT coalesce(string_agg(id || ':' || version, ',' ORDER BY id), '') FROM deadline_rule"),
                        row -> row.getString(1))
                .orElse("");
        if (fingerprint.isEmpty()) {
            return LocalPolicy.NONE;
        }
        var found = known.get(tenants.districtId());
        if (found == null || !found.fingerprint().equals(fingerprint)) {
            found = new Known(fingerprint, read());
            known.put(tenants.districtId(), found);
        }
        return found.policy();
    }

    List<StoredRule> all() {
        return rows.list(Query.of(ALL + " ORDER BY id LIMIT 200"), LocalRules::rule);
    }

    Optional<StoredRule> find(String id) {
        return rows.first(Query.of(ALL + " WHERE id = ? FOR UPDATE", id), LocalRules::rule);
    }

    void store(LocalRule rule, String text, String reason, boolean active, Instant now) {
        rows.write(
                STORE,
                rule.id(),
                rule.mode().name(),
                rule.step().name(),
                text,
                rule.citation(),
                reason,
                active,
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    private LocalPolicy read() {
        var jurisdiction = district.jurisdiction();
        return new LocalPolicy(all().stream()
                .filter(StoredRule::active)
                .map(it -> LocalRule.read(jurisdiction, it.id(), it.mode(), it.rule()))
                .toList());
    }

    private static StoredRule rule(ResultSet row) throws SQLException {
        return new StoredRule(
                row.getString("id"),
                Mode.valueOf(row.getString("mode")),
                row.getString("step"),
                row.getString("rule"),
                row.getString("citation"),
                row.getString("reason"),
                row.getBoolean("active"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
