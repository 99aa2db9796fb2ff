package org.schoolcase.cases.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Casework;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.Paperwork;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
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
    void countsAFirstEvaluationFromItsConsentAsLongAsThatIsInForce() {
        var steps = new Evaluating(world, caseId);
        steps.begun();
        assertThat(underEvaluation()).as("the review alone").isEqualTo("false");
        world.consent(caseId, "EVALUATION", "REFUSED", world.guardian, steps.consented)
                .statusCode(201);
        assertThat(underEvaluation()).as("refused").isEqualTo("false");
        String consent = steps.consent("EVALUATION").statusCode(201).extract().path("id");
        world.consent(caseId, "PUBLIC_INSURANCE", "REFUSED", world.guardian, world.today)
                .statusCode(201);
        assertThat(underEvaluation()).as("given").isEqualTo("true");
        new Paperwork(world, caseId).revoke(consent, world.today, "").statusCode(201);
        assertThat(underEvaluation()).as("revoked").isEqualTo("false");
    }

    @Test
    void countsAReevaluationFromItsReview() {
        var steps = new Evaluating(world, caseId);
        steps.eligible();
        steps.on(world.today);
        assertThat(underEvaluation()).as("determined").isEqualTo("false");
        steps.post("/evaluations", steps.reviewBody().strip().replaceAll("}$", "") + steps.agreement() + "}")
                .statusCode(201);
        assertThat(underEvaluation()).as("reviewed").isEqualTo("true");
        world.consent(caseId, "REEVALUATION", "REFUSED", world.guardian, world.today)
                .statusCode(201);
        assertThat(underEvaluation()).as("refused").isEqualTo("false");
        steps.consent("REEVALUATION").statusCode(201);
        assertThat(underEvaluation()).as("given").isEqualTo("true");
        steps.post(
                        "/exits",
                        "{\"basis\": \"MOVED\", \"exitedOn\": \"%s\", \"explanation\": \"As told\"}"
                                .formatted(world.today))
                .statusCode(201);
        assertThat(underEvaluation()).as("ended").isEqualTo("false");
    }

    /** Whether the next move is told as one during an evaluation. */
    private String underEvaluation() {
        tell(enrolled(world.student, List.of(caseId)));
        return Casework.said(told().getLast(), "underEvaluation");
    }

    /** Where he lives and goes to school is not for every parent to know. */
    @Test
    void tellsNoFamilyOfTheMove() {
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today.minusDays(3))
                .statusCode(201);
        tell(enrolled(world.student, List.of(caseId)));
        tell(elsewhere());

        var guardian =
                world.district.token(Role.GUARDIAN).guardian(world.guardian).sign();
        world.as(guardian)
                .get("/v1/cases/{id}/timeline", caseId)
                .then()
                .statusCode(200)
                .body("items.kind", containsInAnyOrder("CASE_OPENED", "EVALUATION_CONSENT_GIVEN"));
        world.as(guardian)
                .get("/v1/students/{id}/timeline?kind=ENROLLED_DURING_EVALUATION", world.student)
                .then()
                .statusCode(200)
                .body("items", empty());
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
    void takesARecordedTransferAndTheRosterThatTellsOfItAsOneMove() {
        tell(transferred(world.today.plusDays(3)));
        tell(enrolled(world.student, List.of(caseId)));
        assertThat(told()).as("the roster follows").hasSize(1);
        kinds(caseId).body("items.findAll { it.kind == 'STUDENT_ENROLLED' }", hasSize(1));

        tell(enrolled(world.student, List.of(caseId)));
        assertThat(told()).as("he moves on").hasSize(2);
        tell(transferred(world.today.minusDays(ToldMoves.DAYS)));
        assertThat(told()).as("somebody writes that down").hasSize(2);

        tell(transferred(world.today));
        tell(transferred(world.today));
        assertThat(told()).as("two more transfers").hasSize(4);
    }

    @Test
    void takesATransferOfAnotherTimeAsAnotherMove() {
        tell(enrolled(world.student, List.of(caseId)));
        tell(transferred(world.today.minusDays(ToldMoves.DAYS + 1)));

        assertThat(told()).hasSize(2);
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
        tell(elsewhere());

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

    private ConsumerRecord<String, byte[]> elsewhere() {
        return fact(
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
                        world.today));
    }

    private ConsumerRecord<String, byte[]> transferred(LocalDate on) {
        var data = new HashMap<>(data(world.student, List.of(caseId)));
        data.put("transferId", Ids.next());
        data.put("schoolIds", List.of());
        data.put("enrolledOn", on);
        return fact(EnrollmentConsumer.ENROLLED, world.student, data);
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
