package org.schoolcase.students.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.identity.review.IdentityFixture;

/** A record that was merged into one that was merged into the student's: each service is told both, and here both go with it. */
@QuarkusTest
@WithTestResource(value = OtherServices.class, scope = TestResourceScope.GLOBAL)
@NullMarked
class ExportOfChainTest extends ExportFixture {

    @Inject
    IdentityFixture identity;

    private UUID first;
    private UUID second;

    @BeforeEach
    void aStudentWhoWasEnteredThreeTimes() {
        fixture.write(
                world.district,
                "update student set given_name = 'Zebedee', family_name = 'Quirk', birth_date = '2009-01-31' where id = ?",
                world.student);
        first = entered("Lena");
        second = entered("Lotte");
        identity.compared(world.district);
        identity.merge(world.district, second);
        fixture.write(
                world.district,
                "update student set given_name = 'Leila', family_name = 'Jellyroll',"
                        + " birth_date = (select birth_date from student where id = ?) where id = ?",
                second,
                world.student);
        identity.compared(world.district);
        identity.merge(world.district, world.student);
    }

    @Test
    void holdsWhatBothLeftAndNamesBothToTheOtherServices() throws IOException {
        var files = unzip(
                download(world.mother(), ready()).statusCode(200).extract().asByteArray());

        assertThat(text(files, "student-service/student_field_change.json"))
                .contains("Lena", first.toString())
                .contains("Lotte", second.toString());
        assertThat(text(files, "student-service/student.json")).contains(first.toString(), second.toString());
        assertThat(mergedIds("export-requested")).containsExactlyInAnyOrder(first.toString(), second.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPPORT_RECORD", "WHOLE_RECORD"})
    void goesWithTheRecord(String scope) {
        fixture.write(world.district, "update student set active = false where id = ?", world.student);
        for (var kind : List.of("SPECIAL_EDUCATION", "STUDENT_SUPPORT", "REFERRALS", "MESSAGES", "PERMANENT_RECORD")) {
            world.post(world.admin(), "/v1/retention-rules", """
                    {"kind": "%s", "effectiveFrom": "2020-01-01", "years": 7, "noticeDays": 60, "authority": "Policy JR-R"}""".formatted(kind))
                    .statusCode(201);
        }
        String id = world.post(world.admin(), "destructions", """
                {"scope": "%s", "ground": "PERIOD_OVER", "leftOn": "2010-06-01", "noticeOn": "%s", "noticeMethod": "MAIL"}""".formatted(scope, world.today.minusDays(60)))
                .statusCode(201)
                .extract()
                .path("id");
        world.post(world.admin(), "/v1/destructions/" + id + "/execution", "").statusCode(200);

        for (var record : List.of(first, second, world.student)) {
            assertThat(of("student_field_change", "student_id", record)).isZero();
            assertThat(of("student_guardian", "student_id", record)).isZero();
            assertThat(of("student", "birth_date is not null and id", record)).isZero();
            assertThat(of("student", "id", record)).isEqualTo(scope.equals("WHOLE_RECORD") ? 0 : 1);
        }
        assertThat(mergedIds("destruction-ordered")).containsExactlyInAnyOrder(first.toString(), second.toString());
    }

    private UUID entered(String formerly) {
        var id = fixture.student(world.district, formerly, "Jellyroll", world.school);
        world.guardian(id, world.mother, "Rosa", true);
        fixture.write(world.district, "update student set given_name = 'Leila' where id = ?", id);
        return id;
    }

    private List<String> mergedIds(String fact) {
        return OutboxProbe.of(world.district).stream()
                .filter(event -> event.type().equals("org.schoolcase.student." + fact + ".v1"))
                .flatMap(event ->
                        Objects.requireNonNull(event.data()).get("mergedIds").valueStream())
                .map(id -> id.asText())
                .toList();
    }

    private long of(String table, String column, UUID record) {
        return fixture.count(world.district, "select count(*) from " + table + " where " + column + " = ?", record);
    }
}
