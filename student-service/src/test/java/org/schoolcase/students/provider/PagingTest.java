package org.schoolcase.students.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** Pages, order and selection: bounds, links, totals, and that pages together are the list. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {

    private static final int USERS = 2_503;
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

    private final ProviderProbe provider = new ProviderProbe();
    private boolean loaded;

    @BeforeEach
    void manyUsers() {
        if (loaded) {
            return;
        }
        loaded = true;
        var users = new StringBuilder();
        var roles = new StringBuilder();
        for (int i = 0; i < USERS - 3; i++) {
            users.append("m%d,,,true,m%d,,Given%d,Family%d,,,,,,,,,,,,,,\n".formatted(i, i, i % 7, i % 100));
            roles.append("mr%d,,,m%d,primary,student,,,s1,\n".formatted(i, i));
        }
        provider.load(add(add(PackageFixture.small(), "users", users), "roles", roles));
    }

    private static PackageFixture add(PackageFixture pack, String file, StringBuilder rows) {
        return pack.row(file, rows.substring(0, rows.length() - 1));
    }

    @Test
    void pagesByLinkThroughTheWholeListInEachOrder() {
        for (var query : List.of(
                Map.of("limit", "400"),
                Map.of("limit", "1500"),
                Map.of("limit", "700", "orderBy", "desc"),
                Map.of("limit", "500", "sort", "familyName"),
                Map.of("limit", "500", "sort", "middleName", "orderBy", "desc"),
                Map.of("limit", "900", "sort", "dateLastModified", "filter", "status='active' AND givenName!='x y'"))) {
            var all = follow(query);
            assertThat(all).as("%s", query).hasSize(USERS);
            assertThat(new HashSet<>(all)).hasSize(USERS);
        }
    }

    private List<String> follow(Map<String, String> query) {
        var ids = new ArrayList<String>();
        var answer = provider.client()
                .queryParams(query)
                .queryParam("fields", "sourcedId")
                .get(ProviderProbe.BASE + "/users");
        while (true) {
            answer.then().statusCode(200).header("X-Total-Count", equalTo(String.valueOf(USERS)));
            ids.addAll(answer.jsonPath().getList("users.sourcedId"));
            var next = NEXT.matcher(answer.header("Link"));
            if (!next.find()) {
                return ids;
            }
            answer = provider.client().urlEncodingEnabled(false).get(next.group(1));
        }
    }

    @Test
    void givesTheSamePageHoweverItIsReached() {
        var all = provider.ids("/users", Map.of("limit", "9999"));
        var sorted = provider.ids("/users", Map.of("limit", "9999", "sort", "familyName", "orderBy", "desc"));
        for (int offset : new int[] {1, 99, 2400, 1250, 2502, 1251, 100}) {
            var page = Map.of("limit", "100", "offset", String.valueOf(offset));
            int end = Math.min(offset + 100, USERS);
            assertThat(provider.ids("/users", page)).isEqualTo(all.subList(offset, end));
            var ordered = new java.util.HashMap<String, String>(page);
            ordered.putAll(Map.of("sort", "familyName", "orderBy", "desc"));
            assertThat(provider.ids("/users", ordered)).isEqualTo(sorted.subList(offset, end));
        }
        assertThat(IntStream.range(0, 26)
                        .mapToObj(page -> provider.ids("/users", Map.of("offset", String.valueOf(page * 100))))
                        .flatMap(List::stream)
                        .toList())
                .isEqualTo(all);
    }

    @Test
    void sortsByWhatWasAsked() {
        var names = provider.get("/users", Map.of("sort", "familyName", "limit", "3000"))
                .extract()
                .jsonPath()
                .getList("users.familyName", String.class);
        assertThat(names).isSorted();
        var back = provider.get("/users", Map.of("sort", "familyName", "orderBy", "desc", "limit", "3000"))
                .extract()
                .jsonPath()
                .getList("users.familyName", String.class);
        assertThat(back).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void linksAroundAPage() {
        var link = provider.get("/users", Map.of("limit", "1000", "offset", "1000", "filter", "givenName!='a,b'"))
                .extract()
                .header("Link");
        var here = "http://127.0.0.1:" + RestAssured.port + ProviderProbe.BASE + "/users";
        assertThat(link.split(", ", -1))
                .containsExactly(
                        "<" + here + "?limit=1000&offset=2000&filter=givenName%21%3D%27a%2Cb%27>; rel=\"next\"",
                        "<" + here + "?limit=1000&offset=2000&filter=givenName%21%3D%27a%2Cb%27>; rel=\"last\"",
                        "<" + here + "?limit=1000&offset=0&filter=givenName%21%3D%27a%2Cb%27>; rel=\"first\"",
                        "<" + here + "?limit=1000&offset=0&filter=givenName%21%3D%27a%2Cb%27>; rel=\"prev\"");
        assertThat(provider.get("/users", Map.of("offset", "2500")).extract().header("Link"))
                .doesNotContain("next");
    }

    @Test
    void boundsLimitAndOffset() {
        provider.get("/users").body("users.size()", equalTo(100));
        provider.get("/users", Map.of("limit", "0"))
                .statusCode(200)
                .body("users.size()", equalTo(0))
                .header("X-Total-Count", equalTo(String.valueOf(USERS)));
        provider.get("/users", Map.of("offset", "5000")).statusCode(200).body("users.size()", equalTo(0));
        provider.get("/users", Map.of("limit", "999999999")).statusCode(200).body("users.size()", equalTo(USERS));
        for (var bad : List.of("-1", "1e2", "abc", "", "1.5", "99999999999999999999", "0x10", " 1")) {
            provider.get("/users", Map.of("limit", bad)).statusCode(400).body(minor(), equalTo("invaliddata"));
            provider.get("/users", Map.of("offset", bad)).statusCode(400).body(minor(), equalTo("invaliddata"));
        }
        provider.client()
                .queryParam("limit", "1", "2")
                .get(ProviderProbe.BASE + "/users")
                .then()
                .statusCode(400)
                .body(minor(), equalTo("invaliddata"));
        provider.get("/users", Map.of("orderBy", "up")).statusCode(400);
    }

    @Test
    void showsTheMembersThatWereAskedFor() {
        provider.get("/users", Map.of("fields", "givenName, roles", "limit", "1"))
                .body("users[0].keySet()", equalTo(java.util.Set.of("givenName", "roles")));
        provider.get("/users/u2", Map.of("fields", "givenName")).body("user", equalTo(Map.of("givenName", "Ann")));
        provider.get("/users", Map.of("fields", "givenName,shoeSize", "limit", "1"))
                .statusCode(200)
                .body("users[0]", hasKey("familyName"))
                .body("imsx_StatusInfo.imsx_severity", equalTo("warning"))
                .body(minor(), equalTo("invalid_selection_field"));
        provider.get("/users", Map.of("fields", " ")).statusCode(400).body(minor(), equalTo("invalid_selection_field"));
        provider.get("/users", Map.of("sort", "shoeSize", "limit", "1"))
                .statusCode(200)
                .body(minor(), equalTo("invalid_sort_field"));
    }

    @Test
    void countsAgainAfterAnImport() {
        var other = new ProviderProbe().load(ProviderProbe.roster());
        other.get("/students").header("X-Total-Count", equalTo("2"));
        other.load(ProviderProbe.roster()
                .row("users", "u9,,,true,zoe,,Zoe,Zimmer,,,,,,,,,,,,,s1,,")
                .row("roles", "r9,,,u9,primary,student,,,s1,"));
        other.get("/students").header("X-Total-Count", equalTo("3")).body("users.sourcedId", hasItem("u9"));
        other.load(ProviderProbe.roster());
        other.get("/students", Map.of("filter", "status='tobedeleted'"))
                .header("X-Total-Count", equalTo("1"))
                .body("users[0].sourcedId", equalTo("u9"))
                .body("users[0].roles[0].role", equalTo("student"));
        other.get("/schools/s1/students").body(not(containsString("nothing")));
    }

    private static String minor() {
        return "imsx_StatusInfo.imsx_CodeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue";
    }
}
