package org.schoolcase.students.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.security.CurrentUser;

/** Records a version of a year and tells it: the history, the other services, and the trail, in the caller's transaction. */
@ApplicationScoped
class PublishCalendar {

    private final CalendarRepository calendars;
    private final Outbox outbox;
    private final Audit audit;
    private final CurrentUser user;

    PublishCalendar(CalendarRepository calendars, Outbox outbox, Audit audit, CurrentUser user) {
        this.calendars = calendars;
        this.outbox = outbox;
        this.audit = audit;
        this.user = user;
    }

    void record(String name, CalendarYear year) {
        var id = year.key().calendarId();
        var calendar = calendars.count(id, name);
        calendars.add(year, user.actor());
        outbox.state(
                CalendarProfile.TOPIC,
                id,
                CalendarProfile.TYPE,
                CalendarProfile.of(calendar, calendars.years(List.of(id), null)));
        var action = year.origin().change().equals("PLANNED") ? "calendar.plan" : "calendar.amend";
        audit.wrote(AuditEntry.of(action, "calendar", id).fields("year", "plan", "schoolIds"));
    }

    void amended(CalendarYear year, int removed, int added) {
        var origin = year.origin();
        outbox.append(new CalendarAmended(
                year.key().calendarId(),
                year.key().year(),
                year.version(),
                origin.change(),
                origin.from(),
                origin.to(),
                year.schoolIds(),
                removed,
                added,
                origin.recordedAt()));
    }
}
