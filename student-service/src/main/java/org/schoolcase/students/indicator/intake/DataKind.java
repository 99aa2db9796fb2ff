package org.schoolcase.students.indicator.intake;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of data that indicators are made of, with their columns. */
public enum DataKind {
    ATTENDANCE(
            "attendance_day",
            "",
            List.of(
                    Column.required("date", "on_date", "date", Cell.date()),
                    Column.required("code", "code", "int2", Cell.code(Codes.Attendance.class)),
                    Column.optional("missed", "missed", "int2", Cell.number("0", "100", 0)))),
    BEHAVIOR(
            "behavior_incident",
            "incident",
            List.of(
                    Column.required("date", "occurred_on", "date", Cell.date()),
                    Column.required("kind", "kind", "text", Cell.code(Codes.Incident.class)),
                    Column.preset("response", "response", "text", Cell.code(Codes.Response.class), "NONE"),
                    Column.optional("daysRemoved", "days_removed", "numeric", Cell.number("0", "365", 1)),
                    Column.preset("voided", "voided", "bool", Cell.flag(), false))),
    MARKS(
            "course_mark",
            "mark",
            List.of(
                    Column.required("course", "course", "text", Cell.text(60)),
                    Column.required("subject", "subject", "text", Cell.code(Codes.Subject.class)),
                    Column.preset("core", "core", "bool", Cell.flag(), false),
                    Column.required("termEnd", "ended_on", "date", Cell.date()),
                    Column.required("mark", "mark", "text", Cell.text(20)),
                    Column.optional("points", "points", "numeric", Cell.number("0", "5", 2)),
                    Column.required("failed", "failed", "bool", Cell.flag()),
                    Column.optional("creditsEarned", "credits_earned", "numeric", Cell.number("0", "100", 2)),
                    Column.preset("voided", "voided", "bool", Cell.flag(), false))),
    SCREENING(
            "screening_result",
            "screening",
            List.of(
                    Column.required("measure", "measure", "text", Cell.text(60)),
                    Column.required("date", "taken_on", "date", Cell.date()),
                    Column.optional("score", "score", "numeric", Cell.number("-99999", "99999", 3)),
                    Column.required("benchmark", "benchmark", "text", Cell.code(Codes.Benchmark.class)),
                    Column.preset("voided", "voided", "bool", Cell.flag(), false)));

    static final String KEY = "key";
    static final String STUDENT_ID = "studentId";
    static final String STUDENT_SOURCED_ID = "studentSourcedId";

    private static final Column EVERYDAY = Column.required("", "everyday", "bool", Cell.flag());

    private final String table;
    private final String keySpace;

    @SuppressWarnings("ImmutableEnumChecker") // always List.of columns, which have no state but their reader
    private final List<Column> columns;

    DataKind(String table, String keySpace, List<Column> columns) {
        this.table = table;
        this.keySpace = keySpace;
        this.columns = columns;
    }

    String table() {
        return table;
    }

    /** Name space of the ids that sources' keys become; empty where student and date are the key. */
    String keySpace() {
        return keySpace;
    }

    boolean isKeyed() {
        return !keySpace.isEmpty();
    }

    /** Those that a file may have. */
    List<Column> columns() {
        return columns;
    }

    /** Those of the table: of attendance also whether its source delivers every day. */
    List<Column> stored() {
        return this == ATTENDANCE
                ? Stream.concat(columns.stream(), Stream.of(EVERYDAY)).toList()
                : columns;
    }
}
