package org.schoolcase.referrals.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.schoolcase.kit.testing.Records.one;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;

@QuarkusTest
class CaseEventConsumerTest {

    @Inject
    CaseEventConsumer consumer;

    @Inject
    CaseFeed feed;

    @Inject
    CaseFileRepository cases;

    @Inject
    Tenants tenants;

    private final TestDistrict district = TestDistrict.create();
    private final UUID caseId = UUID.randomUUID();
    private final UUID student = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();

    @Test
    void learnsOfAnOpenCaseAndItsManager() {
        feed.opened(district, caseId, student, manager);

        assertThat(read(CaseFile::isOpen)).contains(true);
        assertThat(read(file -> file.isManagedBy(manager))).contains(true);
        assertThat(read(CaseFile::studentId)).contains(student);
    }

    @Test
    void aClosedCaseStaysClosedInAnyOrder() {
        feed.closed(district, caseId, student);
        feed.opened(district, caseId, student, manager);

        assertThat(read(CaseFile::isOpen)).contains(false);
        assertThat(read(file -> file.isManagedBy(manager))).contains(true);
    }

    @Test
    void takesTheSameEventTwiceWithoutHarm() {
        var message = one(
                CaseFeed.TOPIC,
                UUID.randomUUID(),
                district.id(),
                "org.schoolcase.case.opened.v1",
                caseId,
                Map.of("caseId", caseId, "studentId", student, "caseManagerId", manager, "openedOn", "2026-01-05"));

        consumer.on(Records.of(message, message));
        consumer.on(Records.of(message));

        assertThat(read(CaseFile::isOpen)).contains(true);
    }

    @Test
    void followsACaseToItsNewManagerInWhateverOrderTheNewsArrive() {
        var successor = Ids.next();
        tellHandedOver(successor, "MEMBER");
        assertThat(read(CaseFile::id)).isEmpty();

        tellHandedOver(successor, "CASE_MANAGER");
        consumer.on(Records.batch(
                CaseFeed.TOPIC,
                district.id(),
                "org.schoolcase.case.opened.v1",
                caseId,
                Map.of("caseId", caseId, "studentId", student, "caseManagerId", manager, "openedOn", "2026-01-05")));

        assertThat(read(file -> file.isManagedBy(successor))).contains(true);
        assertThat(read(file -> file.isManagedBy(manager))).contains(false);
    }

    private void tellHandedOver(UUID successor, String role) {
        consumer.on(Records.batch(
                CaseFeed.TOPIC,
                district.id(),
                "org.schoolcase.case.handed-over.v1",
                caseId,
                Map.of(
                        "caseId", caseId,
                        "studentId", student,
                        "handOverId", Ids.next(),
                        "fromStaffId", manager,
                        "toStaffId", successor,
                        "roles", List.of(role),
                        "handedOn", "2026-02-01")));
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        consumer.on(Records.batch(
                CaseFeed.TOPIC,
                district.id(),
                "org.schoolcase.case.deadline-set.v1",
                caseId,
                Map.of("caseId", caseId)));

        assertThat(read(CaseFile::id)).isEmpty();
    }

    /** No broker runs in component tests: the dead letter cannot be put aside, so the batch is not acknowledged. */
    @Test
    void losesNothingThatItCannotRead() {
        var unreadable = Records.batch(
                CaseFeed.TOPIC, district.id(), "org.schoolcase.case.opened.v1", caseId, Map.of("caseId", caseId));

        assertThatThrownBy(() -> consumer.on(unreadable)).isInstanceOf(KafkaException.class);
        assertThat(read(CaseFile::id)).isEmpty();
    }

    private <T> Optional<T> read(Function<CaseFile, T> what) {
        return tenants.inDistrict(
                district.id(), () -> cases.findByIdOptional(caseId).map(what));
    }
}
