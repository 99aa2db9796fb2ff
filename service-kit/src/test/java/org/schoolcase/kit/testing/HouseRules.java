package org.schoolcase.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.schoolcase.kit.security.Role;

/** What every service keeps to while it runs: its contract, its access matrix, its tables. Subclass it with {@code @QuarkusTest}. */
public abstract class HouseRules {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> ROLES = List.of(
            Role.OPERATOR,
            Role.DISTRICT_ADMIN,
            Role.SCHOOL_ADMIN,
            Role.COORDINATOR,
            Role.CASE_MANAGER,
            Role.TEACHER,
            Role.SERVICE_PROVIDER,
            Role.GUARDIAN,
            Role.STUDENT,
            Role.AUDITOR,
            Role.SIS_SYNC,
            Role.ROSTER_READER,
            Role.AGENCY);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String service;

    /** Rules of the service of this name. */
    protected HouseRules(String service) {
        this.service = service;
    }

    private record Operation(String method, String path, JsonNode description) {
        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    @Test
    void everyOperationHasItsRowInTheAccessMatrixAndEveryRowItsOperation() {
        var written = AccessMatrix.of(service).stream()
                .map(r -> r.method() + " " + r.path())
                .collect(Collectors.toCollection(TreeSet::new));
        var offered = operations().stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(offered).isEqualTo(written);
    }

    @TestFactory
    Stream<DynamicTest> everyOperationOpensForTheWrittenRolesAndNoOther() {
        var tokens = tokens();
        return AccessMatrix.of(service).stream()
                .map(row -> dynamicTest(row.method() + " " + row.path(), () -> opensForItsRolesOnly(row, tokens)));
    }

    private void opensForItsRolesOnly(AccessMatrix.Row row, Map<String, String> tokens) throws Exception {
        assertThat(status(row, Optional.empty())).as("without a token").isEqualTo(401);
        for (var role : ROLES) {
            var status = status(row, Optional.ofNullable(tokens.get(role)));
            if (row.roles().contains(role)) {
                assertThat(status).as(role + " is let in").isNotIn(401, 403, 500);
            } else {
                assertThat(status).as(role + " is kept out").isEqualTo(403);
            }
        }
    }

    private static Map<String, String> tokens() {
        var district = TestDistrict.create();
        var tokens = new TreeMap<String, String>();
        for (var role : ROLES) {
            tokens.put(
                    role,
                    switch (role) {
                        case Role.OPERATOR -> TestDistrict.operatorToken();
                        case Role.AGENCY -> TestDistrict.agencyToken(UUID.randomUUID());
                        default ->
                            district.token(role)
                                    .staff(UUID.randomUUID())
                                    .guardian(UUID.randomUUID())
                                    .student(UUID.randomUUID())
                                    .schools(UUID.randomUUID())
                                    .sign();
                    });
        }
        return tokens;
    }

    private int status(AccessMatrix.Row row, Optional<String> token) throws IOException, InterruptedException {
        var path = row.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(PATIENCE)
                .header("Content-Type", contentType(row))
                .method(
                        row.method(),
                        row.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        try {
            var response = http.send(request.build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (HttpTimeoutException e) {
            return 200; // a stream that has nothing to say yet is open
        }
    }

    private String contentType(AccessMatrix.Row row) {
        return operations().stream()
                .filter(o -> o.path().equals(row.path()) && o.method().equalsIgnoreCase(row.method()))
                .map(o -> o.description().path("requestBody").path("content").fieldNames())
                .filter(java.util.Iterator::hasNext)
                .map(java.util.Iterator::next)
                .findFirst()
                .orElse("application/json");
    }

    @Test
    void everyOperationSaysWhatItDoesAndShowsAnExample() {
        for (var operation : operations()) {
            assertThat(operation.description().path("operationId").asText())
                    .as(operation.name() + " operationId")
                    .isNotEmpty();
            assertThat(operation.description().path("summary").asText())
                    .as(operation.name() + " summary")
                    .isNotEmpty();
            assertThat(operation.description().path("responses").size())
                    .as(operation.name() + " responses")
                    .isPositive();
            for (var content : operation.description().path("requestBody").path("content")) {
                var shown = content.has("example")
                        || content.has("examples")
                        || content.path("schema").has("example");
                assertThat(shown
                                || content.path("schema")
                                        .path("format")
                                        .asText()
                                        .equals("binary"))
                        .as(operation.name() + " shows an example of its body")
                        .isTrue();
            }
        }
    }

    /** The contract in docs/api is the one that is served. Run with -Dschoolcase.api.update=true to accept a change. */
    @Test
    void servesTheCommittedContract() throws IOException {
        var file = AccessMatrix.root().resolve("docs/api/" + service + ".yaml");
        var served = RestAssured.given()
                .get("/q/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("schoolcase.api.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, served);
        }
        assertThat(served).startsWith("---\nopenapi: 3.1").isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }

    @Test
    void everyTableAndColumnIsExplainedWithItsPrivacyClass() throws SQLException {
        var classed = ".*\\((public|internal|personal|sensitive|sealed)\\)";
        for (var row : query("""
                SELECT c.relname, a.attname, coalesce(col_description(c.oid, a.attnum), ''), coalesce(obj_description(c.oid, 'pg_class'), '')
                  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                   AND c.relname <> 'flyway_schema_history'
                """)) {
            assertThat(row.get(2))
                    .as("comment of column " + row.get(0) + "." + row.get(1))
                    .matches(classed);
            assertThat(row.get(3)).as("comment of table " + row.get(0)).matches(classed);
        }
    }

    @Test
    void everyTableIsClosedToOtherDistricts() throws SQLException {
        for (var row : query("""
                SELECT c.relname, (c.relrowsecurity AND c.relforcerowsecurity)::text, obj_description(c.oid, 'pg_class'),
                       (EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'district_id' AND a.attnotnull))::text
                  FROM pg_class c
                 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                   AND c.relname NOT IN ('flyway_schema_history', 'issuer_key', 'audit_horizon')
                """)) {
            if (row.get(3).equals("true")) {
                assertThat(row.get(1)).as("row-level security of " + row.get(0)).isEqualTo("true");
            } else if (!row.get(0).equals("idempotency_key")) {
                assertThat(row.get(2))
                        .as("a table without a district says so: " + row.get(0))
                        .containsIgnoringCase("of no district");
            }
        }
    }

    @Test
    void theServicesRolesOwnNothingAndBypassNothing() throws SQLException {
        for (var row : query("""
                SELECT r.rolname, (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb)::text,
                       (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid)::text,
                       has_table_privilege(r.oid, 'audit_entry', 'UPDATE')::text
                       || has_table_privilege(r.oid, 'audit_entry', 'DELETE')::text
                       || has_table_privilege(r.oid, 'audit_seal', 'UPDATE')::text
                       || has_table_privilege(r.oid, 'audit_seal', 'DELETE')::text
                  FROM pg_roles r WHERE r.rolname LIKE 'schoolcase%app' OR r.rolname LIKE 'schoolcase%relay'
                """)) {
            assertThat(row.get(1)).as(row.get(0) + " has no special right").isEqualTo("false");
            assertThat(row.get(2)).as(row.get(0) + " owns nothing").isEqualTo("0");
            assertThat(row.get(3))
                    .as(row.get(0) + " cannot rewrite the audit trail")
                    .isEqualTo("falsefalsefalsefalse");
        }
    }

    private List<Operation> operations() {
        try {
            var document = JsonMapper.builder()
                    .build()
                    .readTree(RestAssured.given()
                            .get("/q/openapi?format=json")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString());
            var operations = new ArrayList<Operation>();
            for (var path : document.path("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    if (METHODS.contains(operation.getKey())) {
                        operations.add(new Operation(operation.getKey(), path.getKey(), operation.getValue()));
                    }
                }
            }
            return operations;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int port() {
        return RestAssured.port;
    }

    private static List<List<String>> query(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var table = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                table.add(row);
            }
            assertThat(table).isNotEmpty();
            return table;
        }
    }
}
