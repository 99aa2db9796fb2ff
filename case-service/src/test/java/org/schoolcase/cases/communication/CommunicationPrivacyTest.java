package org.schoolcase.cases.communication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.record.privacy.PrivacyConsumer;

/** The log as part of the student's record: exported without what is sealed, destroyed with the rest. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class CommunicationPrivacyTest {

    @Inject
    StudentStateConsumer students;

    @Inject
    PrivacyConsumer privacy;

    private World world;
    private UUID caseId;

    @BeforeEach
    void makeAWorldWithALog() {
        world = World.create(students);
        caseId = world.openCase();
        var letter = Told.callTo(world.guardian).by("LETTER", "SENT").logged(world, caseId);
        Told.callTo(world.guardian)
                .by("LETTER", "AGREED")
                .and("direction", "INCOMING")
                .and("inReplyTo", letter)
                .and("sealedPart", "Sealed-words")
                .logged(world, caseId);
        Told.callTo(world.guardian).correct(world, caseId, letter).statusCode(201);
    }

    @Test
    void leavesTheHouseWithoutWhatIsSealed() {
        var export = UUID.randomUUID();
        tell(
                "export-requested",
                Map.of(
                        "exportId",
                        export,
                        "studentId",
                        world.student,
                        "requestedAt",
                        Instant.now(),
                        "expiresAt",
                        Instant.parse("2999-01-01T00:00:00Z")));

        var part = world.as(world.district.token(Role.DISTRICT_ADMIN).sign())
                .get("/v1/export-parts/{id}", export)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(part).contains("communication_entry", "Words-of-the-call").doesNotContain("Sealed-words");
    }

    @Test
    void isDestroyedWithTheRecord() {
        tell(
                "destruction-ordered",
                Map.of(
                        "destructionId",
                        UUID.randomUUID(),
                        "studentId",
                        world.student,
                        "wholeRecord",
                        false,
                        "orderedAt",
                        Instant.now()));

        var done = OutboxProbe.of(world.district).getLast();
        assertThat(done.type()).isEqualTo("org.schoolcase.case.record-destroyed.v1");
        assertThat(Objects.requireNonNull(done.data()).get("counts").findValuesAsText("kind"))
                .contains("communication_entry", "case_file");
    }

    private void tell(String what, Map<String, Object> fact) {
        privacy.on(Records.batch(
                "schoolcase.student.events",
                world.district.id(),
                "org.schoolcase.student." + what + ".v1",
                world.student,
                fact));
    }
}
