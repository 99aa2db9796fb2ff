package org.schoolcase.students.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.http.PeopleAsking;

/** Whose requests slow an import down. */
@QuarkusTest
class PeopleBeforeImportsTest {

    private final RosterProbe probe = new RosterProbe();

    @Inject
    PeopleAsking people;

    @Test
    void areAllButThoseAboutImports() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(people::isQuiet);

        probe.sis().get("/v1/roster-imports").then().statusCode(200);
        assertThat(people.isQuiet()).isTrue();

        probe.admin().get("/v1/field-ownership").then().statusCode(200);
        assertThat(people.isQuiet()).isFalse();
    }
}
