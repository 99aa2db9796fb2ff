package org.schoolcase.cases.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Casework;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.record.merge.StudentMergeConsumer;
import org.schoolcase.record.testing.Merges;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class EnrollmentConsumerTest {

    private static final String TOPIC = "schoolcase.student.events";
    private static final String SERVICES = "services-at-new-school";
    private static final String EVALUATION = "evaluation-at-new-school";

    @Inject
    StudentStateConsumer students;

    @Inject
    StudentMergeConsumer facts;

    private World world;
    private UUID caseId;

    @BeforeEach
    void aStudentWithACase() {
        world = World.create(students);
        caseId = world.openCase();
    }

    @Test
    void givesTheCaseManagerATaskThatCitesTheLawAndHasNoDay() {
        tell(enrolled(world.student, List.of(caseId)));

        tasks(caseId)
                .body("items", hasSize(1))
                .body("items[0].flowRule", equalTo(SERVICES))
                .body("items[0].ownerId", equalTo(world.caseManager.toString()))
                .body("items[0].dueOn", nullValue())
                .body("items[0].text", containsString("34 CFR 300.323(e)"))
                .body("items[0].text", containsString("34 CFR 300.323(f)"))
                .body("items[0].text", not(containsString(" days")));
        kinds(caseId).body("items.kind", hasItem("STUDENT_ENROLLED"));
        kinds(caseId).body("items.kind", not(hasItem("ENROLLED_DURING_EVALUATION")));
        assertThat(told()).hasSize(1);
        assertThat(Casework.said(told().getFirst(), "caseId")).isEqualTo(caseId.toString());
        assertThat(Casework.said(told().getFirst(), "enrolledOn")).isEqualTo(world.today.toString());
        assertThat(AuditProbe.actions(world.district)).contains("case.note-enrollment", "task.add");
    }

    @Test
    void saysWhatTheLawAsksOfAnEvaluationUnderWayAndMovesNoClock() {
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today.minusDays(3))
                .statusCode(201);
        var clocks = deadlines();

        tell(enrolled(world.student, List.of(caseId)));

        tasks(caseId)
                .body("items.flowRule", hasItems(SERVICES, EVALUATION))
                .body("items.find { it.flowRule == '%s' }.text".formatted(EVALUATION), containsString("300.304(c)(5)"))
                .body("items.find { it.flowRule == '%s' }.text".formatted(EVALUATION), containsString("300.301(d)(2)"))
                .body("items.find { it.flowRule == '%s' }.dueOn".formatted(EVALUATION), nullValue());
        kinds(caseId).body("items.kind", hasItems("STUDENT_ENROLLED", "ENROLLED_DURING_EVALUATION"));
        assertThat(deadlines()).isEqualTo(clocks).contains(caseId.toString());
        assertThat(Casework.said(told().getFirst(), "underEvaluation")).isEqualTo("true");
    }

    @Test
    void takesEachEventOnceAndASecondMoveMakesNoSecondTask() {
        var event = enrolled(world.student, List.of(caseId));
        facts.on(Records.of(event, event));
        facts.on(Records.of(event));
        assertThat(told()).hasSize(1);

        tell(enrolled(world.student, List.of(caseId)));

        assertThat(told()).hasSize(2);
        tasks(caseId).body("items", hasSize(1));
    }

    @Test
    void tellsEachOpenCaseAndNoClosedOne() {
        var other = Ids.next();
        world.hears(other);
        var second = UUID.fromString(world.open(world.caseManagerToken(), other)
                .statusCode(201)
                .extract()
                .path("id"));
        Merges.merged(world.district, world.student, other, 1);

        tell(enrolled(other, List.of(caseId, second)));

        tasks(caseId).body("items.flowRule", hasItem(SERVICES));
        tasks(second).body("items.flowRule", hasItem(SERVICES));
        assertThat(told()).hasSize(2);
    }

    @Test
    void goesWithTheRecordAndNotWithACaseThatWasGivenBackSinceItWasTold() {
        var other = Ids.next();
        world.hears(other);
        var second = UUID.fromString(world.open(world.caseManagerToken(), other)
                .statusCode(201)
                .extract()
                .path("id"));
        Merges.merged(world.district, world.student, other, 1);
        tell(enrolled(world.student, List.of()));
        assertThat(told()).hasSize(2);

        Merges.unmerged(world.district, world.student, other, 2);
        tell(enrolled(other, List.of(caseId, second)));
        assertThat(told()).hasSize(3);
        assertThat(Casework.said(told().getLast(), "caseId")).isEqualTo(second.toString());
    }

    @Test
    void countsANamedCaseWhoseMergeIsStillToCome() {
        var other = Ids.next();
        world.hears(other);
        tell(enrolled(other, List.of(caseId)));

        tasks(caseId).body("items.flowRule", hasItem(SERVICES));
    }

    @Test
    void leavesAClosedCaseAndOtherStudentsAlone() {
        var sibling = Ids.next();
        world.hears(sibling);
        tell(enrolled(sibling, List.of()));
        World stranger = World.create(students);
        facts.on(Records.batch(
                TOPIC,
                stranger.district.id(),
                EnrollmentConsumer.ENROLLED,
                world.student,
                data(world.student, List.of(caseId))));
        tell(fact("org.schoolcase.student.dream.v1", world.student, data(world.student, List.of(caseId))));

        world.as(world.caseManagerToken())
                .body("{\"reason\": \"Opened by mistake.\", \"closedOn\": \"%s\"}".formatted(world.today))
                .post("/v1/cases/{id}/closure", caseId)
                .then()
                .statusCode(201);
        tell(enrolled(world.student, List.of(caseId)));

        tasks(caseId).body("items", empty());
        kinds(caseId).body("items.kind", not(hasItem("STUDENT_ENROLLED")));
        assertThat(told()).isEmpty();
    }

    @Test
    void asksForTheRecordsOfWhoGoesElsewhere() {
        tell(fact(
                EnrollmentConsumer.ELSEWHERE,
                world.student,
                Map.of(
                        "studentId",
                        world.student,
                        "transferId",
                        Ids.next(),
                        "caseIds",
                        List.of(caseId),
                        "effectiveOn",
                        world.today)));

        tasks(caseId)
                .body("items", hasSize(1))
                .body("items[0].text", containsString("34 CFR 300.323(g)(2)"))
                .body("items[0].dueOn", nullValue());
        kinds(caseId).body("items.kind", hasItem("STUDENT_ENROLLED_ELSEWHERE"));
        assertThat(told()).as("he enrolled there, and not here").isEmpty();
    }

    private void tell(ConsumerRecord<String, byte[]> event) {
        facts.on(Records.of(event));
    }

    private ConsumerRecord<String, byte[]> enrolled(UUID studentId, List<UUID> caseIds) {
        return fact(EnrollmentConsumer.ENROLLED, studentId, data(studentId, caseIds));
    }

    private Map<String, Object> data(UUID studentId, List<UUID> caseIds) {
        return Map.of(
                "studentId",
                studentId,
                "schoolIds",
                List.of(Ids.next()),
                "caseIds",
                caseIds,
                "enrolledOn",
                world.today,
                "somethingNew",
                "ignored");
    }

    private ConsumerRecord<String, byte[]> fact(String type, UUID key, Map<String, Object> data) {
        return Records.one(TOPIC, Ids.next(), world.district.id(), type, key, data);
    }

    private ValidatableResponse tasks(UUID id) {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/tasks", id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse kinds(UUID id) {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/timeline", id)
                .then()
                .statusCode(200);
    }

    private String deadlines() {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/deadlines", caseId)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private List<OutboxProbe.Sent> told() {
        return OutboxProbe.of(world.district).stream()
                .filter(sent -> sent.type().equals("org.schoolcase.case.student-enrolled.v1"))
                .toList();
    }
}
