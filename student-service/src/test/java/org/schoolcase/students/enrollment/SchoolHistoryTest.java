package org.schoolcase.students.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.students.enrollment.SchoolEnrollmentView.Source;
import org.schoolcase.students.enrollment.SchoolHistory.Change;
import org.schoolcase.students.enrollment.SchoolHistory.Role;
import org.schoolcase.students.enrollment.SchoolHistory.Stay;

@NullMarked
class SchoolHistoryTest {

    private static final UUID ASH = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID BIRCH = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 10);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 29);

    @Test
    void takesTheDatesOfTheRoster() {
        var stays = SchoolHistory.of(
                List.of(new Role(ASH, LocalDate.of(2024, 8, 12), MAY), new Role(BIRCH, AUGUST, null)),
                List.of(),
                Set.of(BIRCH));

        assertThat(stays)
                .containsExactly(
                        new Stay(BIRCH, AUGUST, null, Source.ROSTER),
                        new Stay(ASH, LocalDate.of(2024, 8, 12), MAY, Source.ROSTER));
    }

    @Test
    void readsWhatTheRosterLeftOpenFromTheChangesOfTheRecord() {
        var stays = SchoolHistory.of(
                List.of(new Role(ASH, null, null), new Role(BIRCH, null, null)),
                List.of(new Change(AUGUST, List.of(ASH), List.of(BIRCH))),
                Set.of(BIRCH));

        assertThat(stays)
                .containsExactly(
                        new Stay(BIRCH, AUGUST, null, Source.ROSTER),
                        new Stay(ASH, null, AUGUST.minusDays(1), Source.ROSTER));
    }

    @Test
    void knowsSchoolsWithoutARole() {
        assertThat(SchoolHistory.of(List.of(), List.of(), Set.of(ASH)))
                .containsExactly(new Stay(ASH, null, null, Source.RECORD));
    }

    @Test
    void seesTwoStaysAtOneSchool() {
        var stays = SchoolHistory.of(
                List.of(),
                List.of(new Change(MAY, List.of(ASH), List.of()), new Change(AUGUST, List.of(), List.of(ASH))),
                Set.of(ASH));

        assertThat(stays)
                .containsExactly(
                        new Stay(ASH, AUGUST, null, Source.RECORD),
                        new Stay(ASH, null, MAY.minusDays(1), Source.RECORD));
    }
}
