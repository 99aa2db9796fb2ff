package org.schoolcase.students.student;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.students.Family;
import org.schoolcase.students.SchoolFixture;

/** What the published profile says so that others tell the right people, and no others. */
@QuarkusTest
@NullMarked
class WhomToTellTest {

    @Inject
    SchoolFixture fixture;

    private Family family;

    @BeforeEach
    void aFamily() {
        family = new Family(fixture);
    }

    @Test
    void saysSinceWhenTheSchoolHasSomebodyAsAGuardian() {
        var before = Instant.now();

        var mother = family.guardian("MOTHER", true);

        assertThat(Instant.parse(family.published(mother).get("addedAt").asText()))
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
    }

    @Test
    void tellsTheAddressOfAStudentOnlyWhileHeHoldsHisRights() {
        contact("leila@own.example", false, family.today.minusDays(3));
        assertThat(family.profile().has("email")).isFalse();

        var right = family.post("rights", adult(family.today.minusDays(1)))
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertThat(family.profile().get("email").asText()).isEqualTo("leila@own.example");
        assertThat(family.profile().get("studentHoldsRights").asBoolean()).isTrue();

        family.post("rights/" + right + "/withdrawal", "{\"reason\": \"Recorded for the wrong student\"}")
                .statusCode(204);
        assertThat(family.profile().has("email")).isFalse();
    }

    @Test
    void tellsTheLatestAddressAndNoneThatIsNotToBeUsed() {
        family.post("rights", adult(family.today)).statusCode(201);
        contact("first@own.example", false, family.today.minusDays(3));
        contact("second@own.example", false, family.today.minusDays(2));
        assertThat(family.profile().get("email").asText()).isEqualTo("second@own.example");

        contact("Third@own.example", true, family.today.minusDays(1));
        assertThat(family.profile().get("email").asText()).isEqualTo("second@own.example");

        contact("tomorrow@own.example", false, family.today.plusDays(1));
        assertThat(family.profile().get("email").asText()).isEqualTo("second@own.example");
    }

    private void contact(String address, boolean doNotUse, LocalDate from) {
        family.post("contact-means", """
                {"kind": "EMAIL", "value": "%s", "doNotUse": %s, "beginsOn": "%s"}""".formatted(address, doNotUse, from)).statusCode(201);
    }

    private static String adult(LocalDate from) {
        return "{\"authority\": \"ADULT_STUDENT\", \"effect\": \"GRANTED\", \"beginsOn\": \"%s\"}".formatted(from);
    }
}
