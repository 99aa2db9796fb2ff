package org.schoolcase.students.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.calendar.day.YearPlan;

/** The calendars of the district with all versions of their years. */
@ApplicationScoped
class CalendarRepository {

    /** A calendar without its years. */
    record Named(UUID id, String name, long version) {}

    private static final String YEARS = "select calendar_id, year, version, school_ids, plan, change, change_from,"
            + " change_to, reason, recorded_at from calendar_year where true";
    private static final String NOW = " and superseded_at is null";

    private final Rows rows;
    private final ObjectMapper json;

    CalendarRepository(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** Lets one change of the district's calendars go on at a time, until the transaction ends. */
    void lock() {
        rows.list(
                Query.of("select pg_advisory_xact_lock(hashtext('calendar'), hashtext(current_district()::text))"),
                _ -> true);
    }

    Optional<Named> find(UUID id) {
        return rows.first(
                Query.of("select id, name, version from calendar where id = ?", id), CalendarRepository::named);
    }

    /** In the order of their ids. */
    List<Named> page(@Nullable UUID after, int limit) {
        var query = Query.of("select id, name, version from calendar where true");
        return rows.list(
                (after == null ? query : query.and("id > ?", after)).plus(" order by id limit ?", limit),
                CalendarRepository::named);
    }

    /** The present version of a year. */
    Optional<CalendarYear> year(CalendarYear.Key key) {
        return rows.first(
                Query.of(YEARS + NOW + " and calendar_id = ? and year = ?", key.calendarId(), key.year()), this::read);
    }

    /** The version that was the known one at a time. */
    Optional<CalendarYear> yearAsKnown(CalendarYear.Key key, Instant at) {
        return rows.first(asKnown(at).and("calendar_id = ? and year = ?", key.calendarId(), key.year()), this::read);
    }

    /** All versions of a year, the latest first. */
    List<CalendarYear> versions(CalendarYear.Key key, @Nullable Long before, int limit) {
        var query = Query.of(YEARS + " and calendar_id = ? and year = ?", key.calendarId(), key.year());
        return rows.list(
                (before == null ? query : query.and("version < ?", before))
                        .plus(" order by version desc limit ?", limit),
                this::read);
    }

    /** The years of calendars, present or as known at a time, in order. */
    List<CalendarYear> years(List<UUID> calendarIds, @Nullable Instant knownAt) {
        var query = knownAt == null ? Query.of(YEARS + NOW) : asKnown(knownAt);
        return rows.list(
                query.and("calendar_id = any(?)", (Object) calendarIds.toArray(UUID[]::new))
                        .plus(" order by calendar_id, first_day"),
                this::read);
    }

    /** The years that hold for all schools, and those of one school if it is given. */
    List<CalendarYear> yearsFor(@Nullable UUID schoolId) {
        var query = Query.of(YEARS + NOW);
        return rows.list(
                schoolId == null
                        ? query.and("cardinality(school_ids) = 0")
                        : query.and("(cardinality(school_ids) = 0 or ? = any(school_ids))", schoolId),
                this::read);
    }

    /** The calendar that holds already for one of these schools in that year, or for all schools if none is given. */
    Optional<UUID> otherCalendar(CalendarYear.Key key, List<UUID> schoolIds) {
        var query = Query.of(
                "select calendar_id from calendar_year where superseded_at is null and year = ? and calendar_id <> ?",
                key.year(),
                key.calendarId());
        return rows.first(
                schoolIds.isEmpty()
                        ? query.and("cardinality(school_ids) = 0")
                        : query.and("school_ids && ?", (Object) schoolIds.toArray(UUID[]::new)),
                row -> row.getObject(1, UUID.class));
    }

    boolean overlapsAnotherYear(CalendarYear.Key key, LocalDate first, LocalDate last) {
        return rows.first(
                        Query.of(
                                "select 1 from calendar_year where superseded_at is null and calendar_id = ?"
                                        + " and year <> ? and first_day <= ? and last_day >= ?",
                                key.calendarId(),
                                key.year(),
                                last,
                                first),
                        _ -> true)
                .isPresent();
    }

    /** Creates or renames a calendar, and counts the change; answers its new version. */
    Named count(UUID id, String name) {
        rows.write(
                "insert into calendar as c (id, name) values (?, ?) on conflict (district_id, id)"
                        + " do update set name = excluded.name, version = c.version + 1",
                id,
                name);
        return find(id).orElseThrow();
    }

    void add(CalendarYear year, String actor) {
        var origin = year.origin();
        var at = utc(origin.recordedAt());
        var key = year.key();
        rows.write(
                "update calendar_year set superseded_at = ? where calendar_id = ? and year = ? and superseded_at is null",
                at,
                key.calendarId(),
                key.year());
        rows.write(
                "insert into calendar_year (calendar_id, year, version, school_ids, first_day, last_day, plan, change,"
                        + " change_from, change_to, reason, recorded_at, recorded_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)",
                key.calendarId(),
                key.year(),
                year.version(),
                year.schoolIds().toArray(UUID[]::new),
                year.plan().firstDay(),
                year.plan().lastDay(),
                write(year.plan()),
                origin.change(),
                origin.from(),
                origin.to(),
                origin.reason(),
                at,
                actor);
    }

    private static Query asKnown(Instant at) {
        return Query.of(
                YEARS + " and recorded_at <= ? and (superseded_at is null or superseded_at > ?)", utc(at), utc(at));
    }

    private CalendarYear read(ResultSet row) throws SQLException {
        return new CalendarYear(
                new CalendarYear.Key(row.getObject("calendar_id", UUID.class), row.getString("year")),
                row.getLong("version"),
                Rows.uuids(row, "school_ids"),
                plan(row.getString("plan")),
                new CalendarYear.Origin(
                        row.getString("change"),
                        row.getObject("change_from", LocalDate.class),
                        row.getObject("change_to", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
    }

    private YearPlan plan(String text) {
        try {
            return json.readValue(text, YearPlan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored plan does not fit YearPlan", e);
        }
    }

    private String write(YearPlan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan cannot be written", e);
        }
    }

    private static Named named(ResultSet row) throws SQLException {
        return new Named(row.getObject("id", UUID.class), row.getString("name"), row.getLong("version"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
