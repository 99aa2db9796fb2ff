package org.schoolcase.students.privacy.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.SchoolFixture;
import org.schoolcase.students.privacy.PrivacyWorld;

@QuarkusTest
@NullMarked
class DirectoryResourceTest {

    @Inject
    SchoolFixture fixture;

    private PrivacyWorld world;

    @BeforeEach
    void aWorld() {
        world = new PrivacyWorld(fixture);
    }

    @Test
    void optsOutAndShowsItWithTheStudent() {
        standing().body("optedOut", equalTo(false)).body("choices", hasSize(0));
        decide(world.mother(), true, world.today, "")
                .statusCode(201)
                .body("optedOut", equalTo(true))
                .body("citation", equalTo("34 CFR 99.37"))
                .body("choices[0].guardianId", equalTo(world.mother.toString()));

        world.get(world.schoolAdmin(), "/v1/students/" + world.student).body("directoryOptOut", equalTo(true));
        assertThat(OutboxProbe.types(world.district))
                .containsExactly("org.schoolcase.student.directory-choice-recorded.v1");
        assertThat(AuditProbe.actions(world.district)).contains("directory-choice.record");
    }

    @Test
    void countsFromItsDayAndTheLatestCounts() {
        decide(world.mother(), true, world.today.plusDays(3), "")
                .statusCode(201)
                .body("optedOut", equalTo(false));
        decide(world.mother(), true, world.today, "").statusCode(201).body("optedOut", equalTo(true));
        decide(world.mother(), false, world.today, "").statusCode(201).body("optedOut", equalTo(false));
        standing().body("choices", hasSize(3));
    }

    @Test
    void letsStaffRecordItForARightsHolderOnly() {
        decide(world.schoolAdmin(), true, world.today, "").statusCode(422).body("code", equalTo("requester.required"));
        decide(world.schoolAdmin(), true, world.today, ", \"guardianId\": \"" + world.uncle + "\"")
                .statusCode(422)
                .body("code", equalTo("requester.without-rights"));
        decide(world.schoolAdmin(), true, world.today, ", \"byStudent\": true")
                .statusCode(422)
                .body("code", equalTo("requester.without-rights"))
                .body("citation", equalTo("34 CFR 99.5(a), 300.520"))
                .body("errors[0].pointer", equalTo("/byStudent"));
        decide(world.himself(), true, world.today, "").statusCode(404);
        world.comesOfAge();
        decide(world.himself(), true, world.today, "").statusCode(201);
        decide(world.schoolAdmin(), true, world.today, ", \"byStudent\": true")
                .statusCode(201)
                .body("choices[0].guardianId", nullValue());
    }

    @Test
    void refusesStrangersAndDatesOutOfOrder() {
        decide(world.uncle(), true, world.today, "").statusCode(404);
        decide(world.otherSchoolAdmin(), true, world.today, "").statusCode(404);
        decide(PrivacyWorld.stranger(), true, world.today, "").statusCode(404);
        decide(world.district.token(Role.STUDENT).student(UUID.randomUUID()).sign(), true, world.today, "")
                .statusCode(404);
        decide(world.auditor(), true, world.today, "").statusCode(403);
        decide(world.mother(), true, world.today.minusDays(1), "")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/fromOn"));
        world.get(world.uncle(), "directory-choices").statusCode(404);
        assertThat(OutboxProbe.of(world.district)).isEmpty();
    }

    private ValidatableResponse standing() {
        return world.get(world.mother(), "directory-choices").statusCode(200);
    }

    private ValidatableResponse decide(String token, boolean out, LocalDate from, String more) {
        return world.post(token, "directory-choices", """
                {"optedOut": %s, "fromOn": "%s", "receivedOn": "%s", "method": "WRITTEN"%s}""".formatted(out, from, world.today, more));
    }
}
