package org.schoolcase.students.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.calendar.day.NoSchool;
import org.schoolcase.students.calendar.day.SummerSession;
import org.schoolcase.students.calendar.day.YearPlan;

/** A school year as the district enters it; without schools it holds for all that have no calendar of their own. */
public record YearRequest(
        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String name,

        @Nullable @Size(max = 500) List<@NotNull UUID> schoolIds,
        @NotNull LocalDate firstDay,
        @NotNull LocalDate lastDay,
        @NotNull @Size(min = 1, max = 7) List<@NotNull DayOfWeek> weekdays,
        @Nullable @Size(max = 200) List<@Valid @NotNull Off> noSchool,
        @Nullable @Size(max = 100) List<@NotNull LocalDate> makeUpDays,
        @Nullable @Size(max = 200) List<@NotNull LocalDate> earlyRelease,
        @Nullable @Size(max = 10) List<@Valid @NotNull Summer> summerSessions,

        @Nullable @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reason) {

    /** Days without school, the last one included. */
    public record Off(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull NoSchool.Kind kind,

            @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
            String name) {}

    /** Instruction for some between two years, the last day included. */
    public record Summer(
            @NotNull LocalDate from,
            @NotNull LocalDate to,

            @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
            String name) {}

    List<UUID> schools() {
        return schoolIds == null ? List.of() : schoolIds.stream().distinct().toList();
    }

    YearPlan plan() {
        return new YearPlan(
                firstDay,
                lastDay,
                weekdays.stream().distinct().sorted().toList(),
                orNone(noSchool).stream()
                        .map(off -> new NoSchool(
                                off.from(), off.to(), off.kind(), off.name().strip()))
                        .toList(),
                orNone(makeUpDays).stream().distinct().sorted().toList(),
                orNone(earlyRelease).stream().distinct().sorted().toList(),
                orNone(summerSessions).stream()
                        .map(s -> new SummerSession(s.from(), s.to(), s.name().strip()))
                        .toList());
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
