-- Sources that deliver absences alone: which days they cover, so that days enrolled are counted by the calendar.

ALTER TABLE attendance_day ADD COLUMN everyday boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN attendance_day.everyday IS 'Delivered by a source of all days: the row counts as a day enrolled; else the calendar says which days do (internal)';
COMMENT ON TABLE attendance_day IS 'Day on which a student was enrolled or absent, and how much of it he missed (sensitive)';

CREATE TABLE attendance_coverage (
    district_id     uuid        NOT NULL DEFAULT current_district(),
    id              uuid        NOT NULL,
    source          text        NOT NULL,
    school_id       uuid,
    coverage        text        NOT NULL CHECK (coverage IN ('ALL_DAYS', 'ABSENCES_ONLY')),
    covered_from    date,
    covered_through date,
    stated_at       timestamptz NOT NULL,
    PRIMARY KEY (district_id, id),
    CHECK (coverage = 'ALL_DAYS' OR covered_through IS NOT NULL)
);
CALL protect('attendance_coverage');
COMMENT ON TABLE attendance_coverage IS 'What a source of attendance said last of the days that it covers (internal)';
COMMENT ON COLUMN attendance_coverage.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN attendance_coverage.id IS 'Id made of the source and the school (internal)';
COMMENT ON COLUMN attendance_coverage.source IS 'System that delivers (internal)';
COMMENT ON COLUMN attendance_coverage.school_id IS 'School it is said of; null: all without a statement of their own (internal)';
COMMENT ON COLUMN attendance_coverage.coverage IS 'ALL_DAYS: a row for each day enrolled. ABSENCES_ONLY: rows for absences (internal)';
COMMENT ON COLUMN attendance_coverage.covered_from IS 'First day whose absences are delivered; null: the first day of the school year (internal)';
COMMENT ON COLUMN attendance_coverage.covered_through IS 'Last day whose absences are delivered (internal)';
COMMENT ON COLUMN attendance_coverage.stated_at IS 'When it was said; of several sources of a school the latest counts (internal)';

ALTER TABLE indicator_import
    ADD COLUMN coverage        text CHECK (coverage IN ('ALL_DAYS', 'ABSENCES_ONLY')),
    ADD COLUMN covered_from    date,
    ADD COLUMN covered_through date,
    ADD COLUMN school_id       uuid,
    ADD COLUMN coverage_stated boolean;
COMMENT ON COLUMN indicator_import.coverage IS 'Of attendance: ALL_DAYS or ABSENCES_ONLY, as the sender said (internal)';
COMMENT ON COLUMN indicator_import.covered_from IS 'First day whose absences are in the file; null: the first day of the school year (internal)';
COMMENT ON COLUMN indicator_import.covered_through IS 'Last day whose absences are in the file (internal)';
COMMENT ON COLUMN indicator_import.school_id IS 'School that the file is of; null: all (internal)';
COMMENT ON COLUMN indicator_import.coverage_stated IS 'Whether the days count as covered now; false where rows could not be read (internal)';

-- A calendar that changes makes other days of enrolment of the same absences.
CREATE FUNCTION mark_attendance_by_calendar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO indicator_dirty (student_id)
    SELECT s.id FROM student s
     WHERE EXISTS (SELECT FROM attendance_coverage c WHERE c.coverage = 'ABSENCES_ONLY')
     ORDER BY s.id
    ON CONFLICT (district_id, student_id) DO UPDATE SET marked_at = now();
    RETURN NULL;
END $$;
COMMENT ON FUNCTION mark_attendance_by_calendar() IS 'Marks students to be computed anew where days enrolled are counted by the calendar (public)';
CREATE TRIGGER calendar_year_recorded AFTER INSERT ON calendar_year
    FOR EACH STATEMENT EXECUTE FUNCTION mark_attendance_by_calendar();
