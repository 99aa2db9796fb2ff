package org.schoolcase.students.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.students.SchoolFixture;

/** Measures pages of 1,000 of 10,000 users; only when asked, because its numbers need a quiet machine. */
@QuarkusTest
@EnabledIfSystemProperty(named = "schoolcase.speed", matches = "true")
class ProviderSpeedTest {

    private static final Logger LOG = Logger.getLogger(ProviderSpeedTest.class);
    private static final int WARM = 5;
    private static final int ROUNDS = 10;

    @Inject
    SchoolFixture fixture;

    @Inject
    Tenants tenants;

    @Inject
    Rows rows;

    private final ProviderProbe provider = new ProviderProbe();
    private final String token = provider.token(Operation.ROSTER);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void pagesThroughTenThousandUsers() {
        load(10_000, 100_000);
        if (!Boolean.getBoolean("schoolcase.speed.unvacuumed")) {
            vacuum();
        }
        var byOffset = measure("/users", 10, 1_000, 10_000);
        LOG.infof("users, 1,000 a page: p50 %d ms, p95 %d ms", byOffset[byOffset.length / 2], at95(byOffset));
        leaps("/enrollments", "", 50_000);
        leaps("/enrollments", "dateLastModified", 50_000);
        leaps("/users", "", 5_000);
        leaps("/users", "dateLastModified", 5_000);
        leaps("/users", "familyName", 5_000);
        LOG.infof("plan of a page of users:%n%s", plan("getAllUsers"));
        LOG.infof("plan of a page of enrollments:%n%s", plan("getAllEnrollments"));
        assertThat(at95(byOffset)).isLessThan(150);
    }

    /** To places where nobody was before, none of them behind one that is remembered. */
    private void leaps(String path, String sort, long middle) {
        long first = median(path, 0, sort);
        var times = LongStream.range(0, 5)
                .map(i -> read(path, middle + 700 - i * 100, sort))
                .sorted()
                .toArray();
        LOG.infof("%s by '%s': first page %d ms, leap into the middle %d ms", path, sort, first, times[2]);
        assertThat(times[2]).as(path + " by " + sort).isLessThanOrEqualTo(3 * first);
    }

    /** As autovacuum does soon after an import: what is visible to all is passed over in the index alone. */
    private static void vacuum() {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute("vacuum roster_user, roster_role, roster_enrollment");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String plan(String id) {
        var operation = Operation.ALL.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        var request = ReadRequest.of(MultiMap.caseInsensitiveMultiMap().add("limit", "1000"), operation, 10_000);
        var query = new RosterList(operation, List.of(), request, provider.district.id())
                .records(Optional.empty(), 1_000, "http://here");
        return String.join(
                "\n",
                tenants.inDistrict(
                        provider.district.id(),
                        () -> rows.list(
                                new Query("EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF) " + query.sql(), query.values()),
                                row -> row.getString(1))));
    }

    private long[] measure(String path, int pages, int limit, int total) {
        var times = LongStream.builder();
        for (int round = 0; round < WARM + ROUNDS; round++) {
            for (int page = 0; page < pages; page++) {
                long time = read(path, (long) page * limit % total, "");
                if (round >= WARM) {
                    times.add(time);
                }
            }
        }
        var all = times.build().toArray();
        Arrays.sort(all);
        return all;
    }

    private static long at95(long[] sorted) {
        return sorted[sorted.length * 95 / 100];
    }

    private long median(String path, long offset, String sort) {
        var times = LongStream.range(0, 7)
                .map(i -> read(path, offset, sort))
                .sorted()
                .toArray();
        return times[3];
    }

    private long read(String path, long offset, String sort) {
        var query = "?limit=1000&offset=" + offset + (sort.isEmpty() ? "" : "&sort=" + sort);
        var uri = URI.create("http://127.0.0.1:" + RestAssured.port + ProviderProbe.BASE + path + query);
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            long start = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            long time = (System.nanoTime() - start) / 1_000_000;
            assertThat(answer.statusCode()).isEqualTo(200);
            return time;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void load(int users, int enrollments) {
        provider.load(ProviderProbe.roster());
        fixture.write(provider.district, """
                insert into roster_user (id, sourced_id, status, date_last_modified, changed_at, row_hash, enabled, username,
                                         given_name, family_name, agent_ids, grades, email)
                select gen_random_uuid(), 'x' || i, 'ACTIVE', now(), now() - i * interval '1 second', gen_random_uuid(), true,
                       'user' || i, 'Given' || i, 'Family' || i % 1000,
                       array(select id from roster_user where sourced_id = 'u4'), '{05}', 'user' || i || '@sample.example'
                  from generate_series(1, ?) i""", users);
        fixture.write(provider.district, """
                insert into roster_role (id, sourced_id, status, date_last_modified, row_hash, user_id, role_type, role, org_id)
                select gen_random_uuid(), 'r' || u.id, 'ACTIVE', now(), gen_random_uuid(), u.id, 'primary', 'student', o.id
                  from roster_user u, roster_org o where o.sourced_id = 's1' and u.sourced_id like 'x%'""");
        fixture.write(provider.district, """
                insert into roster_enrollment (id, sourced_id, status, date_last_modified, changed_at, row_hash, class_id, school_id,
                                               user_id, role)
                select gen_random_uuid(), 'y' || n, 'ACTIVE', now(), now() - n * interval '1 second', gen_random_uuid(), c.id,
                       c.school_id, u.id, 'student'
                  from (select id, row_number() over () as i from roster_user where sourced_id like 'x%') u,
                       (select id, school_id from roster_class where sourced_id = 'k1') c,
                       generate_series(1, ? / 10000) with ordinality g (n, o)""", enrollments);
        fixture.write(provider.district, "analyze roster_user");
        fixture.write(provider.district, "analyze roster_enrollment");
        fixture.write(provider.district, "analyze roster_role");
    }
}
