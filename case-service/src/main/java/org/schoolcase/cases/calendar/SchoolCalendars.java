package org.schoolcase.cases.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.calendar.CalendarState.Year;
import org.schoolcase.cases.deadline.day.SchoolCalendar;
import org.schoolcase.cases.deadline.day.SchoolYear;
import org.schoolcase.kit.tenant.Tenants;

/** Finds the calendar that holds for a student; indexed once per version and kept in memory. */
@ApplicationScoped
public class SchoolCalendars {

    private static final UUID NO_SCHOOL = new UUID(0, 0);

    /** The calendars of a district as they were at one time. */
    private record Known(String fingerprint, List<Year> years, Map<UUID, SchoolCalendar> bySchool) {}

    private final Tenants tenants;
    private final StoredCalendars stored;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    SchoolCalendars(Tenants tenants, StoredCalendars stored) {
        this.tenants = tenants;
        this.stored = stored;
    }

    /** The calendars of the district as they are now, for many students. */
    public Snapshot now() {
        var district = tenants.districtId();
        var fingerprint = stored.fingerprint();
        var found = known.get(district);
        if (found == null || !found.fingerprint().equals(fingerprint)) {
            found = new Known(fingerprint, stored.years(), new ConcurrentHashMap<>());
            known.put(district, found);
        }
        return new Snapshot(found);
    }

    /** Calendars that do not change while one works with them. */
    public static final class Snapshot {

        private final Known calendars;

        private Snapshot(Known calendars) {
            this.calendars = calendars;
        }

        /** The calendar of the student's first school; {@link SchoolCalendar#NONE} where none was entered. */
        public SchoolCalendar of(List<UUID> schoolIds) {
            var school = schoolIds.isEmpty() ? NO_SCHOOL : schoolIds.getFirst();
            return calendars.bySchool().computeIfAbsent(school, this::build);
        }

        private SchoolCalendar build(UUID school) {
            return SchoolCalendar.of(calendars.years().stream()
                    .map(Year::year)
                    .distinct()
                    .flatMap(year -> plan(year, school).stream())
                    .toList());
        }

        private List<SchoolYear> plan(String name, UUID school) {
            var own = plans(name, school);
            return own.isEmpty() ? plans(name, null) : own;
        }

        private List<SchoolYear> plans(String name, @Nullable UUID school) {
            return calendars.years().stream()
                    .filter(year -> year.year().equals(name))
                    .filter(year -> school == null
                            ? year.schoolIds().isEmpty()
                            : year.schoolIds().contains(school))
                    .map(year -> year.plan().toYear())
                    .limit(1)
                    .toList();
        }
    }
}
