package org.schoolcase.students.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The filter grammar over HTTP: each operator on each type of field, joins, and what is refused. */
@QuarkusTest
class FilterTest {

    private static final String MINOR =
            "imsx_StatusInfo.imsx_CodeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue";

    private final ProviderProbe provider = new ProviderProbe();

    @BeforeEach
    void aRoster() {
        provider.load(ProviderProbe.roster());
    }

    private List<String> users(String filter) {
        return provider.ids("/users", Map.of("filter", filter, "sort", "sourcedId"));
    }

    private List<String> of(String path, String filter) {
        return provider.ids(path, Map.of("filter", filter, "sort", "sourcedId"));
    }

    @Test
    void comparesTexts() {
        assertThat(users("familyName='Applewood'")).containsExactly("u2", "u4");
        assertThat(users("familyName!='Applewood'")).containsExactly("u1", "u3");
        assertThat(users("familyName='applewood'")).isEmpty();
        assertThat(users("givenName>'Ben'")).containsExactly("u1", "u4");
        assertThat(users("givenName>='Ben'")).containsExactly("u1", "u3", "u4");
        assertThat(users("givenName<'Ben'")).containsExactly("u2");
        assertThat(users("givenName<='Ben'")).containsExactly("u2", "u3");
        assertThat(users("familyName~'WOOD'")).containsExactly("u2", "u4");
        assertThat(users("familyName='O''Birch'")).containsExactly("u3");
        assertThat(users("email~'%'")).isEmpty();
        assertThat(users("middleName!='Mia'")).containsExactly("u1", "u3", "u4");
    }

    @Test
    void joinsTwo() {
        assertThat(users("familyName='Applewood' AND givenName='Ann'")).containsExactly("u2");
        assertThat(users("givenName='Ben' OR givenName='Ann'")).containsExactly("u2", "u3");
        assertThat(users("status='active' AND enabledUser='false'")).containsExactly("u3");
    }

    @Test
    void comparesDatesTimesYearsAndBooleans() {
        assertThat(of("/academicSessions", "startDate='2026-08-15'")).containsExactly("g1", "t1", "y1");
        assertThat(of("/academicSessions", "endDate>'2026-12-20'")).containsExactly("y1");
        assertThat(of("/academicSessions", "endDate>='2026-12-20'")).containsExactly("t1", "y1");
        assertThat(of("/academicSessions", "endDate<'2026-12-20'")).containsExactly("g1");
        assertThat(of("/academicSessions", "endDate<='2026-12-20'")).containsExactly("g1", "t1");
        assertThat(of("/academicSessions", "endDate!='2026-12-20'")).containsExactly("g1", "y1");
        assertThat(of("/academicSessions", "endDate~'2026-1'")).containsExactly("g1", "t1");
        assertThat(of("/academicSessions", "schoolYear='2027'")).hasSize(3);
        assertThat(of("/academicSessions", "schoolYear>'2027'")).isEmpty();
        assertThat(users("enabledUser!='true'")).containsExactly("u3");
    }

    @Test
    void takesAShownTimeForEqual() {
        String time = provider.get("/users/u2").extract().path("user.dateLastModified");
        assertThat(users("dateLastModified='" + time + "'")).hasSize(4);
        assertThat(users("dateLastModified>='" + time + "'")).hasSize(4);
        assertThat(users("dateLastModified>'" + time + "'")).isEmpty();
        assertThat(users("dateLastModified<='" + time + "'")).hasSize(4);
        assertThat(users("dateLastModified<'" + time + "'")).isEmpty();
        assertThat(users("dateLastModified!='" + time + "'")).isEmpty();
        assertThat(users("dateLastModified>'2026-01-01'")).hasSize(4);
    }

    @Test
    void comparesListsAsAWholeAndByWhatTheyContain() {
        assertThat(users("grades='09'")).containsExactly("u3");
        assertThat(users("grades='09,10'")).containsExactly("u2");
        assertThat(users("grades~'09'")).containsExactly("u2", "u3");
        assertThat(users("grades!='09'")).containsExactly("u1", "u2", "u4");
        assertThat(of("/courses", "subjects~'Science'")).containsExactly("c2");
    }

    @Test
    void followsReferencesAndEmbeddedObjects() {
        assertThat(of("/classes", "school.sourcedId='s2'")).containsExactly("k2");
        assertThat(of("/classes", "school.sourcedId!='s2'")).containsExactly("k1");
        assertThat(of("/classes", "school.sourcedId~'S'")).containsExactly("k1", "k2");
        assertThat(of("/classes", "school.sourcedId>'s1'")).containsExactly("k2");
        assertThat(of("/classes", "terms.sourcedId~'y1'")).containsExactly("k2");
        assertThat(of("/classes", "terms.sourcedId='t1,y1'")).containsExactly("k2");
        assertThat(users("agents.sourcedId~'u4'")).containsExactly("u2");
        assertThat(users("roles.role='parent'")).containsExactly("u4");
        assertThat(users("roles.role!='student'")).containsExactly("u1", "u4");
        assertThat(users("roles.org.sourcedId='s2'")).containsExactly("u3");
        assertThat(users("userIds.identifier='b:2'")).containsExactly("u2");
        assertThat(users("metadata.house='owl'")).containsExactly("u2");
        assertThat(users("metadata.house>'fox' AND metadata.house~'W'")).containsExactly("u2");
    }

    @Test
    void refusesWhatTheGrammarOrTheFieldDoesNotAllow() {
        for (var filter : List.of(
                "givenName = 'Ann'",
                "givenName='Ann",
                "givenName=Ann",
                "givenName='Ann' and familyName='X'",
                "givenName='A' AND givenName='B' AND givenName='C'",
                "shoeSize='42'",
                "password='x'",
                "t.id='x'",
                "enabledUser='maybe'",
                "enabledUser>'true'",
                "dateLastModified>'yesterday'",
                "dateLastModified>'+99999-01-01T00:00:00Z'",
                "grades>'09'",
                "givenName='a\u0000b'",
                "")) {
            provider.get("/users", Map.of("filter", filter))
                    .statusCode(400)
                    .body(MINOR, equalTo("invalid_filter_field"))
                    .body("imsx_StatusInfo.imsx_codeMajor", equalTo("failure"));
        }
    }

    @Test
    void takesValuesForNothingButValues() {
        for (var value : List.of(
                "x'' OR ''1''=''1", "'' OR 1=1 --", "''; DROP TABLE roster_user; --", "\\''", "$$", "?", "%", "${x}")) {
            assertThat(users("familyName='" + value + "'")).isEmpty();
            assertThat(users("metadata.house='" + value + "'")).isEmpty();
        }
        provider.get("/users", Map.of("sort", "1; DROP TABLE roster_user"))
                .statusCode(200)
                .body("users.size()", equalTo(4));
        provider.get("/users", Map.of("fields", "givenName,1) FROM roster_user --"))
                .statusCode(200)
                .body("users.size()", equalTo(4));
        provider.get("/users", Map.of("filter", "metadata.x'='1'"))
                .statusCode(400)
                .body(not(containsString("SQL")));
        assertThat(users("status='active'")).hasSize(4);
    }
}
