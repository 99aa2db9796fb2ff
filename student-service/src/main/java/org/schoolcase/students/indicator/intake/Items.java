package org.schoolcase.students.indicator.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.indicator.intake.Coverage.Days;

/** The records of a batch, each turned into the cells that a file would have. */
final class Items {

    /** Records in one batch, at most. */
    static final int MOST = 1000;

    static final String KEY = "[!-~]{1,100}";
    static final String SOURCED_ID = "[!-~]{1,255}";

    private Items() {}

    /** A day on which the student was enrolled. */
    public record AttendanceDay(
            @Nullable UUID studentId,
            @Nullable @Pattern(regexp = SOURCED_ID) String studentSourcedId,
            @NotNull LocalDate date,
            @NotNull Codes.Attendance code,
            @Nullable @Min(0) @Max(100) Integer missed) {

        Map<String, String> cells() {
            return Items.cells(studentId, studentSourcedId, "date", date, "code", code, "missed", missed);
        }
    }

    /** A behaviour incident. */
    public record Incident(
            @NotNull @Pattern(regexp = KEY) String key,
            @Nullable UUID studentId,
            @Nullable @Pattern(regexp = SOURCED_ID) String studentSourcedId,
            @NotNull LocalDate date,
            @NotNull Codes.Incident kind,
            Codes.@Nullable Response response,

            @Nullable @DecimalMin("0") @DecimalMax("365") @Digits(integer = 3, fraction = 1)
            BigDecimal daysRemoved,

            @Nullable Boolean voided) {

        Map<String, String> cells() {
            return Items.cells(
                    studentId,
                    studentSourcedId,
                    DataKind.KEY,
                    key,
                    "date",
                    date,
                    "kind",
                    kind,
                    "response",
                    response,
                    "daysRemoved",
                    daysRemoved,
                    "voided",
                    voided);
        }
    }

    /** A mark. */
    public record Mark(
            @NotNull @Pattern(regexp = KEY) String key,
            @Nullable UUID studentId,
            @Nullable @Pattern(regexp = SOURCED_ID) String studentSourcedId,

            @NotBlank @Size(max = 60) @Pattern(regexp = "[^\\p{Cntrl}]*")
            String course,

            @NotNull Codes.Subject subject,
            @Nullable Boolean core,
            @NotNull LocalDate termEnd,

            @NotBlank @Size(max = 20) @Pattern(regexp = "[^\\p{Cntrl}]*")
            String mark,

            @Nullable @DecimalMin("0") @DecimalMax("5") @Digits(integer = 1, fraction = 2)
            BigDecimal points,

            @NotNull Boolean failed,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal creditsEarned,

            @Nullable Boolean voided) {

        Map<String, String> cells() {
            return Items.cells(
                    studentId,
                    studentSourcedId,
                    DataKind.KEY,
                    key,
                    "course",
                    course,
                    "subject",
                    subject,
                    "core",
                    core,
                    "termEnd",
                    termEnd,
                    "mark",
                    mark,
                    "points",
                    points,
                    "failed",
                    failed,
                    "creditsEarned",
                    creditsEarned,
                    "voided",
                    voided);
        }
    }

    /** A screening result. */
    public record Screening(
            @NotNull @Pattern(regexp = KEY) String key,
            @Nullable UUID studentId,
            @Nullable @Pattern(regexp = SOURCED_ID) String studentSourcedId,

            @NotBlank @Size(max = 60) @Pattern(regexp = "[^\\p{Cntrl}]*")
            String measure,

            @NotNull LocalDate date,

            @Nullable @DecimalMin("-99999") @DecimalMax("99999") @Digits(integer = 5, fraction = 3)
            BigDecimal score,

            @NotNull Codes.Benchmark benchmark,
            @Nullable Boolean voided) {

        Map<String, String> cells() {
            return Items.cells(
                    studentId,
                    studentSourcedId,
                    DataKind.KEY,
                    key,
                    "measure",
                    measure,
                    "date",
                    date,
                    "score",
                    score,
                    "benchmark",
                    benchmark,
                    "voided",
                    voided);
        }
    }

    /**
     * A batch of attendance. With no items it says only which days are covered: nobody was absent.
     *
     * @param coverage ALL_DAYS: an item for each day enrolled; ABSENCES_ONLY: for absences alone
     * @param coveredFrom of absences, the first day whose absences are delivered; null: the first of the school year
     * @param through of absences, the last day whose absences are all delivered with this batch; null: more is to come
     * @param schoolId of absences, the school that it is said of; null: all schools
     */
    public record AttendanceBatch(
            @NotNull @Pattern(regexp = IndicatorImportResource.SOURCE)
            String source,

            @NotNull Days coverage,
            @Nullable LocalDate coveredFrom,
            @Nullable LocalDate through,
            @Nullable UUID schoolId,
            @NotNull @Size(max = MOST) List<@Valid @NotNull AttendanceDay> items) {}

    /** A batch of incidents. */
    public record IncidentBatch(
            @NotNull @Pattern(regexp = IndicatorImportResource.SOURCE)
            String source,

            @NotNull @Size(min = 1, max = MOST) List<@Valid @NotNull Incident> items) {}

    /** A batch of marks. */
    public record MarkBatch(
            @NotNull @Pattern(regexp = IndicatorImportResource.SOURCE)
            String source,

            @NotNull @Size(min = 1, max = MOST) List<@Valid @NotNull Mark> items) {}

    /** A batch of screening results. */
    public record ScreeningBatch(
            @NotNull @Pattern(regexp = IndicatorImportResource.SOURCE)
            String source,

            @NotNull @Size(min = 1, max = MOST) List<@Valid @NotNull Screening> items) {}

    private static Map<String, String> cells(
            @Nullable UUID studentId, @Nullable String sourcedId, @Nullable Object... namesAndValues) {
        var cells = new HashMap<String, String>();
        put(cells, DataKind.STUDENT_ID, studentId);
        put(cells, DataKind.STUDENT_SOURCED_ID, sourcedId);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            put(cells, String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return cells;
    }

    private static void put(Map<String, String> cells, String name, @Nullable Object value) {
        if (value != null) {
            cells.put(name, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }
}
