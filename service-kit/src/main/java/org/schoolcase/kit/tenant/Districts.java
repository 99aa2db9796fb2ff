package org.schoolcase.kit.tenant;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The registry of districts: small, read on every request, so kept in memory for a few seconds. */
@ApplicationScoped
public class Districts {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final String ALL =
            "SELECT id, name, jurisdiction, time_zone, languages, issuer, active, version FROM district ORDER BY id";
    private static final String UPSERT = """
            INSERT INTO district (id, name, jurisdiction, time_zone, languages, issuer, active, version)
            VALUES (:id, :name, :jurisdiction, :timeZone, string_to_array(:languages, ','), :issuer, :active, :version)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, jurisdiction = excluded.jurisdiction,
                time_zone = excluded.time_zone, languages = excluded.languages, issuer = excluded.issuer,
                active = excluded.active, version = excluded.version
            WHERE district.version < excluded.version
            """;

    private record Known(Map<UUID, District> byId, Map<String, District> byIssuer, Instant readAt) {}

    /** Not the requests' own source, whose connections ask for the caller, who is not known before this is read. */
    private final DataSource dataSource;

    private final EntityManager entityManager;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Map.of(), Instant.EPOCH);

    Districts(
            @io.quarkus.agroal.DataSource("relay") AgroalDataSource dataSource,
            EntityManager entityManager,
            Clock clock) {
        this.dataSource = dataSource;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** The district, or empty where the suite does not know it. */
    public Optional<District> find(UUID id) {
        return Optional.ofNullable(fresh().byId().get(id));
    }

    /** The district, looked up in the database where memory does not have it; an error of ours where it is missing. */
    public District require(UUID id) {
        return find(id).or(() -> readAgain(id)).orElseThrow(() -> new IllegalStateException("Unknown district " + id));
    }

    /** Who read before the district was stored may have remembered that after it was. */
    private Optional<District> readAgain(UUID id) {
        var now = read();
        known = now;
        return Optional.ofNullable(now.byId().get(id));
    }

    /** The district that an issuer speaks for. */
    public Optional<District> ofIssuer(String issuer) {
        return Optional.ofNullable(fresh().byIssuer().get(issuer));
    }

    /** True while the memory is young enough to be asked without touching the database. */
    public boolean remembers(String issuer) {
        return isFresh(known) && known.byIssuer().containsKey(issuer);
    }

    /** All districts, by id. */
    public List<District> all() {
        return fresh().byId().values().stream().toList();
    }

    /** Stores a district unless a newer version is known. */
    @Transactional(TxType.MANDATORY)
    public void upsert(District district) {
        entityManager
                .createNativeQuery(UPSERT)
                .setParameter("id", district.id())
                .setParameter("name", district.name())
                .setParameter("jurisdiction", district.jurisdiction())
                .setParameter("timeZone", district.timeZone().getId())
                .setParameter("languages", String.join(",", district.languages()))
                .setParameter("issuer", district.issuer())
                .setParameter("active", district.active())
                .setParameter("version", district.version())
                .executeUpdate();
        forget();
    }

    /** Makes the next question read the database again. */
    public void forget() {
        known = new Known(known.byId(), known.byIssuer(), Instant.EPOCH);
    }

    private Known fresh() {
        if (!isFresh(known)) {
            known = read();
        }
        return known;
    }

    private boolean isFresh(Known candidate) {
        return candidate.readAt().plus(FRESH).isAfter(clock.instant());
    }

    private Known read() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(ALL);
                var rows = statement.executeQuery()) {
            var districts = Stream.<District>builder();
            while (rows.next()) {
                districts.add(district(rows));
            }
            var list = districts.build().toList();
            return new Known(index(list, District::id), index(list, District::issuer), clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("The districts could not be read", e);
        }
    }

    private static <K> Map<K, District> index(List<District> districts, Function<District, K> key) {
        return districts.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    private static District district(ResultSet row) throws SQLException {
        return new District(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("jurisdiction"),
                ZoneId.of(row.getString("time_zone")),
                List.of((String[]) row.getArray("languages").getArray()),
                row.getString("issuer"),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
