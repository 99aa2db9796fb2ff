package org.schoolcase.cases.casedeadline.whatif;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.Circumstance;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.Settings.Anniversary;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.cases.deadline.day.NoSchool.Kind;
import org.schoolcase.cases.deadline.day.Toll.Edges;

/** What is supposed; what is absent stays as the case, its school and its district have it. */
record WhatIfRequest(
        @Schema(description = "The case to compare with; absent for a question without a student") @Nullable
        UUID caseId,

        @Schema(description = "Another jurisdiction, such as US-TX") @Pattern(regexp = "US(-[A-Z]{2})?") @Nullable
        String jurisdiction,

        @Schema(description = "Absent: every step with an answer") @Size(max = 80) @Nullable
        List<@NotNull Step> steps,

        @Size(max = 80) @Nullable List<@Valid @NotNull When> dates,
        @Min(0) @Max(366) @Nullable Integer absences,
        @Nullable LocalDate agreedOn,
        @Min(0) @Max(366) @Nullable Integer extensionDays,
        @Size(max = 20) @Nullable List<@NotNull Circumstance> circumstances,
        @Size(max = 12) @Nullable List<@Valid @NotNull Year> calendar,
        @Size(max = 400) @Nullable List<@Valid @NotNull PublicHoliday> holidays,
        @Nullable Anniversary anniversary,
        @Nullable Edges tollEdges) {

    /** An event with its date, and its hour for rules that count hours. */
    record When(
            @NotNull LawEvent event,
            @NotNull LocalDate on,
            @Nullable OffsetDateTime at) {}

    /** A school year; Monday to Friday unless it says otherwise. */
    record Year(
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            @Size(max = 7) @Nullable List<@NotNull DayOfWeek> weekdays,
            @NotNull @Size(max = 200) List<@Valid @NotNull Closed> noSchool,
            @Size(max = 60) @Nullable List<@NotNull LocalDate> makeUpDays) {}

    /** Days without school, both ends included. */
    record Closed(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull Kind kind,
            @NotNull @Size(max = 200) String name) {}

    /** A public holiday, for business days. */
    record PublicHoliday(
            @NotNull LocalDate on, @NotNull @Size(max = 200) String name) {}

    static final String EXAMPLE = """
            {"caseId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10", "jurisdiction": "US-TX", "absences": 4,
             "steps": ["INITIAL_EVALUATION"],
             "calendar": [{"firstDay": "2026-09-01", "lastDay": "2027-06-11",
                           "noSchool": [{"from": "2026-12-21", "to": "2027-01-01", "kind": "BREAK", "name": "winter break"}]}]}""";
}
