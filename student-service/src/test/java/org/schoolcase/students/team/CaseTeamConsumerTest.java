package org.schoolcase.students.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class CaseTeamConsumerTest {

    private static final String TOPIC = "schoolcase.case.events";
    private static final String OPENED = "org.schoolcase.case.opened.v1";
    private static final String CLOSED = "org.schoolcase.case.closed.v1";

    @Inject
    CaseTeamConsumer consumer;

    @Inject
    SchoolFixture fixture;

    private final UUID caseId = UUID.randomUUID();
    private final UUID student = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private TestDistrict d;

    @BeforeEach
    void aDistrict() {
        d = TestDistrict.create();
    }

    @Test
    void putsTheCaseManagerOnTheTeam() {
        tell(OPENED);

        assertThat(members()).isEqualTo(1);
    }

    @Test
    void handlesTheSameEventOnce() {
        var batch = Records.of(Records.one(TOPIC, UUID.randomUUID(), d.id(), OPENED, caseId, opened()));
        consumer.on(batch);
        fixture.write(d, "delete from case_team where case_id = ?", caseId);

        consumer.on(batch);

        assertThat(members()).isZero();
    }

    @Test
    void dissolvesTheTeamOfAClosedCase() {
        tell(OPENED);
        tell(CLOSED);

        assertThat(members()).isZero();
    }

    @Test
    void keepsAClosedCaseClosedWhenTheOpeningComesLate() {
        tell(CLOSED);
        tell(OPENED);

        assertThat(members()).isZero();
    }

    @Test
    void putsOneInThePlaceOfAnotherWhenACaseIsHandedOver() {
        tell(OPENED);
        var successor = UUID.randomUUID();
        consumer.on(Records.batch(
                TOPIC,
                d.id(),
                "org.schoolcase.case.handed-over.v1",
                caseId,
                Map.of(
                        "caseId",
                        caseId,
                        "studentId",
                        student,
                        "fromStaffId",
                        manager,
                        "toStaffId",
                        successor,
                        "roles",
                        List.of("CASE_MANAGER"),
                        "handedOn",
                        "2026-11-02")));

        assertThat(members()).isZero();
        assertThat(fixture.count(
                        d, "select count(*) from case_team where case_id = ? and staff_id = ?", caseId, successor))
                .isEqualTo(1);
    }

    @Test
    void ignoresFactsItDoesNotKnow() {
        tell("org.schoolcase.case.repainted.v7");

        assertThat(members()).isZero();
    }

    /** No broker runs in component tests: so the dead letter cannot be put aside, and the batch is not acknowledged. */
    @Test
    void keepsWhatItCannotReadUntilTheBrokerTakesIt() {
        var unreadable = Records.one(TOPIC, UUID.randomUUID(), d.id(), OPENED, caseId, Map.of("caseId", "no id"));

        assertThatThrownBy(() -> consumer.on(Records.of(unreadable))).isInstanceOf(KafkaException.class);

        assertThat(members()).isZero();
    }

    @Test
    void staysInItsDistrict() {
        tell(OPENED);

        assertThat(fixture.count(TestDistrict.create(), "select count(*) from case_team where case_id = ?", caseId))
                .isZero();
    }

    private void tell(String type) {
        consumer.on(Records.batch(TOPIC, d.id(), type, caseId, opened()));
    }

    private Map<String, Object> opened() {
        return Map.of(
                "caseId",
                caseId,
                "studentId",
                student,
                "caseManagerId",
                manager,
                "openedOn",
                "2026-11-02",
                "later",
                true);
    }

    private long members() {
        return fixture.count(
                d,
                "select count(*) from case_team where case_id = ? and student_id = ? and staff_id = ?"
                        + " and to_on >= from_on",
                caseId,
                student,
                manager);
    }
}
