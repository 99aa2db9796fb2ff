-- This service's own copy of the school calendars, as the student service tells them.

CREATE TABLE school_calendar (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL,
    version     bigint NOT NULL,
    name        text NOT NULL,
    years       jsonb NOT NULL,
    PRIMARY KEY (district_id, id)
);
COMMENT ON TABLE school_calendar IS 'School calendars, as told by the student service. (internal)';
COMMENT ON COLUMN school_calendar.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN school_calendar.id IS 'Id of the calendar. (internal)';
COMMENT ON COLUMN school_calendar.version IS 'Version told; older ones are ignored. (internal)';
COMMENT ON COLUMN school_calendar.name IS 'What the calendar is called. (public)';
COMMENT ON COLUMN school_calendar.years IS 'Years with their plans and schools. (public)';
CALL protect('school_calendar');
