-- School calendars. A year is never overwritten: each change is a further version with its reason, and the one before is
-- marked as superseded, so that what was known at a time can be read (34 CFR 300.11 day counts are judged by that).

CREATE TABLE calendar (
    district_id uuid   NOT NULL DEFAULT current_district(),
    id          uuid   NOT NULL,
    name        text   NOT NULL,
    version     bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (district_id, id)
);
CALL protect('calendar');
COMMENT ON TABLE calendar IS 'School calendar of the district or of some of its schools (public)';
COMMENT ON COLUMN calendar.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN calendar.id IS 'Id of the calendar, given by the district (public)';
COMMENT ON COLUMN calendar.name IS 'Name of the calendar (public)';
COMMENT ON COLUMN calendar.version IS 'Counts the changes of all its years; version of the published profile (internal)';

CREATE TABLE calendar_year (
    district_id   uuid        NOT NULL DEFAULT current_district(),
    calendar_id   uuid        NOT NULL,
    year          text        NOT NULL CHECK (year ~ '^20[0-9]{2}-[0-9]{2}$'),
    version       bigint      NOT NULL,
    school_ids    uuid[]      NOT NULL,
    first_day     date        NOT NULL,
    last_day      date        NOT NULL,
    plan          jsonb       NOT NULL,
    change        text        NOT NULL CHECK (change IN ('PLANNED', 'REPLACED', 'CLOSE', 'MAKE_UP', 'EARLY_RELEASE', 'CHANGE_END')),
    change_from   date,
    change_to     date,
    reason        text,
    recorded_at   timestamptz NOT NULL,
    recorded_by   text        NOT NULL,
    superseded_at timestamptz,
    PRIMARY KEY (district_id, calendar_id, year, version),
    FOREIGN KEY (district_id, calendar_id) REFERENCES calendar (district_id, id)
);
CALL protect('calendar_year');
CREATE UNIQUE INDEX calendar_year_now_idx ON calendar_year (district_id, calendar_id, year) WHERE superseded_at IS NULL;
COMMENT ON TABLE calendar_year IS 'School year of a calendar in each version it has had (public)';
COMMENT ON COLUMN calendar_year.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN calendar_year.calendar_id IS 'Calendar (public)';
COMMENT ON COLUMN calendar_year.year IS 'Name of the school year, such as 2026-27 (public)';
COMMENT ON COLUMN calendar_year.version IS 'Counts the changes of this year; ETag (internal)';
COMMENT ON COLUMN calendar_year.school_ids IS 'Schools it holds for; none: all that have no calendar of their own in that year (public)';
COMMENT ON COLUMN calendar_year.first_day IS 'First day of the year, as in the plan (public)';
COMMENT ON COLUMN calendar_year.last_day IS 'Last day of the year, as in the plan (public)';
COMMENT ON COLUMN calendar_year.plan IS 'The whole plan: weekdays, days without school, make-up days, early releases, summer sessions (public)';
COMMENT ON COLUMN calendar_year.change IS 'What made this version: PLANNED, REPLACED, or the kind of amendment (public)';
COMMENT ON COLUMN calendar_year.change_from IS 'First day that the amendment is about (public)';
COMMENT ON COLUMN calendar_year.change_to IS 'Last day that the amendment is about (public)';
COMMENT ON COLUMN calendar_year.reason IS 'Why, in the words of the district (internal)';
COMMENT ON COLUMN calendar_year.recorded_at IS 'Known from this time on (internal)';
COMMENT ON COLUMN calendar_year.recorded_by IS 'Issuer and subject of who recorded it (internal)';
COMMENT ON COLUMN calendar_year.superseded_at IS 'From this time on another version is the known one; null for the present one (internal)';
