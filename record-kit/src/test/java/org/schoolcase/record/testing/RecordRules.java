package org.schoolcase.record.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.record.privacy.PrivacyConsumer;

/**
 * A service's part of an export, and destruction: the right child, the whole child, and no other child. Subclass it with
 * {@code @QuarkusTest}.
 */
public abstract class RecordRules {

    /** Stands in each row that the service keeps of the other child. */
    protected static final String MARKER = "Qwv-Marker";

    private static final String TOPIC = "schoolcase.student.events";

    private final String service;
    private final UUID export = UUID.randomUUID();

    /** Rules of the part of a service, named as in its types of events. */
    protected RecordRules(String service) {
        this.service = service;
    }

    /** A child of whom the service keeps something, and another of the same district, in whose rows the marker stands. */
    public record Children(TestDistrict district, UUID student, UUID other) {}

    /** Two children, each with all that the service keeps of one. */
    protected abstract Children children();

    /** Looks at the part of the one child, as JSON and as the number of rows that was told. */
    protected abstract void looksAt(String part, int rows);

    /** Kinds of which rows must have been destroyed. */
    protected abstract List<String> destroyedKinds();

    @Test
    void assemblesTheWholeRecordOfOneChildAndNothingOfAnother() {
        var children = children();
        var d = children.district();
        requested(children, "2999-01-01T00:00:00Z");

        var part = part(d.token(Role.DISTRICT_ADMIN).sign())
                .statusCode(200)
                .body("service", equalTo(service + "-service"))
                .extract()
                .asString();
        assertThat(part)
                .doesNotContain(MARKER)
                .doesNotContain(children.other().toString())
                .doesNotContain("district_id");
        var ready = told(d, "export-part-ready");
        assertThat(ready.key()).isEqualTo(children.student().toString());
        var data = Objects.requireNonNull(ready.data());
        assertThat(data.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("exportId", "studentId", "rows", "sha256", "at");
        looksAt(part, data.get("rows").asInt());
    }

    @Test
    void handsThePartToTheCustodiansOfItsDistrictUntilItIsClosedOrExpires() {
        var children = children();
        var d = children.district();
        requested(children, "2999-01-01T00:00:00Z");

        part(d.token(Role.COORDINATOR).sign()).statusCode(200);
        part(d.token(Role.SCHOOL_ADMIN).schools(UUID.randomUUID()).sign()).statusCode(403);
        part(d.token(Role.GUARDIAN).guardian(UUID.randomUUID()).sign()).statusCode(403);
        part(TestDistrict.create().token(Role.DISTRICT_ADMIN).sign())
                .statusCode(404)
                .body("code", equalTo("not-found"));
        tell(children, "export-closed", Map.of("exportId", export, "closedAt", Instant.now()));
        part(d.token(Role.DISTRICT_ADMIN).sign()).statusCode(404);
        requested(children, "2020-01-01T00:00:00Z");
        part(d.token(Role.DISTRICT_ADMIN).sign()).statusCode(404);
    }

    @Test
    void destroysTheRecordOfOneChildTellsItsCountsAndLeavesTheOther() {
        var children = children();
        var d = children.district();
        ordered(children);

        var data = Objects.requireNonNull(told(d, "record-destroyed").data());
        assertThat(data.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("destructionId", "studentId", "counts", "at");
        assertThat(data.get("counts").findValuesAsText("kind")).containsAll(destroyedKinds());
        assertThat(rows(d, children.student())).isZero();
        assertThat(rows(d, children.other())).isPositive();
        assertThat(AuditProbe.of(d)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("record.destroy");
            assertThat(entry.studentId()).isEqualTo(children.student());
            assertThat(entry.basis()).isEqualTo("34 CFR 300.624");
        });
    }

    @Test
    void assemblesAnewAndDestroysWithWhatStayedUnderTheIdOfAMergedRecord() {
        var children = children();
        var d = children.district();
        requested(children, "2999-01-01T00:00:00Z");
        Merges.merged(d, children.other(), children.student(), 1);
        var all = rows(d, children.student()) + rows(d, children.other());
        requested(children, "2999-01-01T00:00:00Z");

        var ready = Objects.requireNonNull(
                tellings(d, "export-part-ready").getLast().data());
        assertThat(ready.get("rows").asLong()).isEqualTo(all);
        part(d.token(Role.DISTRICT_ADMIN).sign())
                .statusCode(200)
                .header("ETag", "\"" + ready.get("sha256").asText() + "\"");
        ordered(children);
        assertThat(rows(d, children.student())).isZero();
        assertThat(rows(d, children.other())).isZero();
    }

    /** The facts of merges come on another way: what asks for the record says what was merged into it until then. */
    @Test
    void assemblesAndDestroysWithRecordsOfWhoseMergeItHearsOnlyLater() {
        var children = children();
        var d = children.district();
        var all = rows(d, children.student()) + rows(d, children.other());
        requested(children, Instant.now());

        assertThat(rowsTold(d)).isEqualTo(all);
        part(d.token(Role.DISTRICT_ADMIN).sign()).statusCode(200);
        ordered(children, children.other());
        assertThat(rows(d, children.student())).isZero();
        assertThat(rows(d, children.other())).isZero();
        part(d.token(Role.DISTRICT_ADMIN).sign()).statusCode(404);
    }

    /** The record was another child's, as it turned out since. */
    @Test
    void leavesARecordAloneThatWasGivenBackSinceItWasAsked() {
        var children = children();
        var d = children.district();
        Merges.merged(d, children.other(), children.student(), 1);
        Merges.unmerged(d, children.other(), children.student(), 3);
        var others = rows(d, children.other());
        var own = rows(d, children.student());
        requested(children, Merges.at(2));

        assertThat(rowsTold(d)).isEqualTo(own);
        ordered(children, Merges.at(2), children.other());
        assertThat(rows(d, children.student())).isZero();
        assertThat(rows(d, children.other())).isEqualTo(others);
    }

    /** While its merge counts here, the other child's rows stand under the one's id; who asks says that it counts no more. */
    @Test
    void neitherGivesNorDestroysAnotherChildsRowsBeforeItHearsThatTheirMergeWasUndone() {
        var children = children();
        var d = children.district();
        Merges.merged(d, children.other(), children.student(), 1);
        var all = rows(d, children.student());

        refused(() -> requested(children, Instant.now(), 2, List.of()));
        refused(() -> ordered(children, Instant.now(), List.of()));
        assertThat(tellings(d, "export-part-ready")).isEmpty();
        assertThat(tellings(d, "record-destroyed")).isEmpty();
        assertThat(rows(d, children.student())).isEqualTo(all);

        Merges.unmerged(d, children.other(), children.student(), 3);
        var own = rows(d, children.student());
        requested(children, Instant.now(), 3, List.of());
        assertThat(rowsTold(d)).isEqualTo(own);
        assertThat(Objects.requireNonNull(told(d, "export-part-ready").data())
                        .get("asking")
                        .asInt())
                .isEqualTo(3);
    }

    /** It would become a dead letter, which no broker takes here. */
    private static void refused(ThrowingCallable event) {
        assertThatThrownBy(event).isInstanceOf(KafkaException.class).hasMessageContaining("dead letter");
    }

    private long rowsTold(TestDistrict d) {
        var ready = tellings(d, "export-part-ready").getLast();
        return Objects.requireNonNull(ready.data()).get("rows").asLong();
    }

    private OutboxProbe.Sent told(TestDistrict d, String fact) {
        return tellings(d, fact).getFirst();
    }

    private List<OutboxProbe.Sent> tellings(TestDistrict d, String fact) {
        var type = "org.schoolcase." + service + "." + fact + ".v1";
        return OutboxProbe.of(d).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }

    /** As it was told before merged records were named. */
    private void requested(Children children, String expires) {
        tell(
                children,
                "export-requested",
                Map.of(
                        "exportId", export,
                        "studentId", children.student(),
                        "requestedAt", Instant.now(),
                        "expiresAt", Instant.parse(expires)));
    }

    private void requested(Children children, Instant at) {
        requested(children, at, 1, List.of(children.other()));
    }

    private void requested(Children children, Instant at, int asking, List<UUID> merged) {
        tell(
                children,
                "export-requested",
                Map.of(
                        "exportId", export,
                        "studentId", children.student(),
                        "mergedIds", merged,
                        "asking", asking,
                        "requestedAt", at,
                        "expiresAt", Instant.parse("2999-01-01T00:00:00Z")));
    }

    private static void ordered(Children children, UUID... merged) {
        ordered(children, Instant.now(), merged);
    }

    private static void ordered(Children children, Instant at, UUID... merged) {
        ordered(children, at, merged.length == 0 ? null : List.of(merged));
    }

    private static void ordered(Children children, Instant at, @Nullable List<UUID> merged) {
        var order = new HashMap<String, Object>(Map.of(
                "destructionId",
                UUID.randomUUID(),
                "studentId",
                children.student(),
                "wholeRecord",
                false,
                "orderedAt",
                at));
        if (merged != null) {
            order.put("mergedIds", merged);
        }
        tell(children, "destruction-ordered", order);
    }

    private static void tell(Children children, String what, Map<String, Object> fact) {
        bean(PrivacyConsumer.class)
                .on(Records.batch(
                        TOPIC,
                        children.district().id(),
                        "org.schoolcase.student." + what + ".v1",
                        children.student(),
                        fact));
    }

    private ValidatableResponse part(String token) {
        return given().auth().oauth2(token).get("/v1/export-parts/" + export).then();
    }

    private static long rows(TestDistrict d, UUID student) {
        return bean(Tenants.class).inDistrict(d.id(), () -> rowsOf(student));
    }

    private static long rowsOf(UUID student) {
        try (var connection = bean(AgroalDataSource.class).getConnection();
                var count = connection.prepareStatement("SELECT count(*) FROM record_of(?)")) {
            count.setObject(1, student);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
