package org.schoolcase.students.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.Family;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class TakeEffectTest {

    @Inject
    SchoolFixture fixture;

    @Inject
    TakeEffect takeEffect;

    @Inject
    Tenants tenants;

    private Family family;
    private UUID aunt;

    @BeforeEach
    void aFamily() {
        family = new Family(fixture);
        aunt = family.guardian("OTHER_RELATIVE", false);
    }

    @Test
    void publishesOnceOnTheDayAnAuthorityBegins() {
        dayBegins(family.today);
        family.rights(aunt, "COURT_ORDER", family.today.plusDays(3));
        var told = told();

        dayBegins(family.today.plusDays(2));
        assertThat(told()).isEqualTo(told);
        dayBegins(family.today.plusDays(3));
        assertThat(told()).isEqualTo(told + 1);
        dayBegins(family.today.plusDays(3));
        assertThat(told()).isEqualTo(told + 1);
    }

    @Test
    void publishesOnTheDayAfterTheLastOfAnOrderAndMakesUpForMissedDays() {
        dayBegins(family.today);
        String order = family.noContact(aunt, false, family.today)
                .statusCode(201)
                .extract()
                .path("id");
        family.post(
                        "court-orders/" + order + "/ending",
                        "{\"endsOn\": \"%s\", \"reason\": \"Ordered for a week\"}".formatted(family.today.plusDays(7)))
                .statusCode(200);
        var told = told();

        dayBegins(family.today.plusDays(7));
        assertThat(told()).isEqualTo(told);
        dayBegins(family.today.plusDays(20));
        assertThat(told()).isEqualTo(told + 1);
    }

    @Test
    void publishesOnTheDayAnAddressOfTheStudentBegins() {
        dayBegins(family.today);
        family.post(
                        "contact-means",
                        "{\"kind\": \"EMAIL\", \"value\": \"leila@own.example\", \"doNotUse\": false, \"beginsOn\": \"%s\"}"
                                .formatted(family.today.plusDays(3)))
                .statusCode(201);
        var told = told();

        dayBegins(family.today.plusDays(2));
        assertThat(told()).isEqualTo(told);
        dayBegins(family.today.plusDays(3));
        assertThat(told()).isEqualTo(told + 1);
    }

    @Test
    void publishesWhatTheDayMakesOfIt() {
        family.rights(aunt, "COURT_ORDER", family.today.plusDays(1));
        assertThat(family.published(aunt).get("educationalRights").asBoolean()).isFalse();
        // The view asks the database for the day, so the entry is brought to today instead of today to the entry.
        fixture.write(family.d, "insert into timeline_day (done_until) values (?)", family.today.minusDays(1));
        fixture.write(family.d, "update rights_period set begins_on = ? where guardian_id = ?", family.today, aunt);

        takeEffect.poll();

        assertThat(family.published(aunt).get("educationalRights").asBoolean()).isTrue();
    }

    @Test
    void finishesADayThatWasBegunThoughMidnightHasPassed() {
        family.rights(aunt, "COURT_ORDER", family.today.plusDays(1));
        family.rights(aunt, "LEGAL_GUARDIAN", family.today.plusDays(2));
        fixture.write(
                family.d,
                "insert into timeline_day (done_until, working_on, after_student) values (?, ?, ?)",
                family.today,
                family.today.plusDays(1),
                new UUID(-1, -1));
        var told = told();

        dayBegins(family.today.plusDays(2));
        assertThat(told()).isEqualTo(told);
        dayBegins(family.today.plusDays(2));
        assertThat(told()).isEqualTo(told + 1);
    }

    private void dayBegins(LocalDate day) {
        tenants.runInDistrict(family.d.id(), () -> takeEffect.batch(day));
    }

    private long told() {
        return OutboxProbe.types(family.d).stream()
                .filter("org.schoolcase.student.profile.v1"::equals)
                .count();
    }
}
