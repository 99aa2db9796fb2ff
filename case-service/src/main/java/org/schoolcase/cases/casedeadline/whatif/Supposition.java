package org.schoolcase.cases.casedeadline.whatif;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casedeadline.whatif.WhatIfRequest.Closed;
import org.schoolcase.cases.casedeadline.whatif.WhatIfRequest.PublicHoliday;
import org.schoolcase.cases.casedeadline.whatif.WhatIfRequest.Year;
import org.schoolcase.cases.deadline.Facts;
import org.schoolcase.cases.deadline.Ground;
import org.schoolcase.cases.deadline.LocalPolicy;
import org.schoolcase.cases.deadline.Settings;
import org.schoolcase.cases.deadline.day.Holidays;
import org.schoolcase.cases.deadline.day.NoSchool;
import org.schoolcase.cases.deadline.day.SchoolCalendar;
import org.schoolcase.cases.deadline.day.SchoolYear;

/** Lays what is supposed over what is. */
final class Supposition {

    private final WhatIfRequest request;

    Supposition(WhatIfRequest request) {
        this.request = request;
    }

    Facts over(Facts known) {
        var facts = known;
        for (var when : Objects.requireNonNullElse(request.dates(), List.<WhatIfRequest.When>of())) {
            facts = when.at() == null
                    ? facts.and(when.event(), when.on())
                    : facts.at(when.event(), when.at().toZonedDateTime());
        }
        if (request.absences() != null) {
            facts = facts.absent(request.absences());
        }
        if (request.agreedOn() != null || request.extensionDays() != null) {
            facts = facts.agreed(request.agreedOn(), Objects.requireNonNullElse(request.extensionDays(), 0));
        }
        if (request.circumstances() != null) {
            for (var circumstance : request.circumstances()) {
                facts = facts.under(circumstance);
            }
        }
        return facts;
    }

    /** Policy of the district holds under its own State's law only. */
    Ground over(Ground known, boolean elsewhere) {
        return new Ground(
                request.calendar() == null ? known.school() : calendar(request.calendar()),
                request.holidays() == null ? known.holidays() : holidays(request.holidays()),
                elsewhere ? LocalPolicy.NONE : known.policy(),
                new Settings(
                        Objects.requireNonNullElse(
                                request.anniversary(), known.settings().anniversary()),
                        request.tollEdges() == null ? known.settings().tollEdges() : request.tollEdges()));
    }

    /** The first year whose days are out of order or too many; null when there is none. */
    @Nullable
    Integer wrongYear() {
        var years = Objects.requireNonNullElse(request.calendar(), List.<Year>of());
        for (var i = 0; i < years.size(); i++) {
            var year = years.get(i);
            if (!year.firstDay().isBefore(year.lastDay())
                    || year.lastDay().isAfter(year.firstDay().plusDays(400))) {
                return i;
            }
        }
        return null;
    }

    private static SchoolCalendar calendar(List<Year> years) {
        return SchoolCalendar.of(years.stream().map(Supposition::year).toList());
    }

    private static SchoolYear year(Year year) {
        return new SchoolYear(
                year.firstDay(),
                year.lastDay(),
                year.weekdays() == null ? SchoolYear.MONDAY_TO_FRIDAY : Set.copyOf(year.weekdays()),
                year.noSchool().stream().map(Supposition::noSchool).toList(),
                year.makeUpDays() == null ? Set.of() : Set.copyOf(year.makeUpDays()));
    }

    private static NoSchool noSchool(Closed closed) {
        return new NoSchool(closed.from(), closed.to(), closed.kind(), closed.name());
    }

    private static Holidays holidays(List<PublicHoliday> holidays) {
        var names = new TreeMap<LocalDate, String>();
        holidays.forEach(holiday -> names.put(holiday.on(), holiday.name()));
        return Holidays.on(names);
    }
}
