-- What early-warning indicators are computed from: attendance, behaviour, marks, screenings, as other systems deliver them.
-- A row is found again by its source and the source's key, so that the same delivery twice has one effect.

-- 100,000 students have 18 million of these in a year: no text, no surrogate key, and one index that serves write and read.
CREATE TABLE attendance_day (
    district_id uuid     NOT NULL DEFAULT current_district(),
    student_id  uuid     NOT NULL,
    on_date     date     NOT NULL,
    code        smallint NOT NULL CHECK (code BETWEEN 0 AND 5),
    missed      smallint NOT NULL CHECK (missed BETWEEN 0 AND 100),
    PRIMARY KEY (district_id, student_id, on_date),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id) ON DELETE CASCADE
);
CALL protect('attendance_day');
COMMENT ON TABLE attendance_day IS 'Day on which a student was enrolled, and how much of it he missed (sensitive)';
COMMENT ON COLUMN attendance_day.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN attendance_day.student_id IS 'Student (internal)';
COMMENT ON COLUMN attendance_day.on_date IS 'School day (personal)';
COMMENT ON COLUMN attendance_day.code IS '0 present, 1 tardy, 2 excused, 3 unexcused, 4 suspended out of school, 5 absent without a stated reason (sensitive)';
COMMENT ON COLUMN attendance_day.missed IS 'Percent of the day missed; from 50 on the day counts as absent, FS195 (sensitive)';

CREATE TABLE behavior_incident (
    district_id  uuid         NOT NULL DEFAULT current_district(),
    id           uuid         NOT NULL,
    student_id   uuid         NOT NULL,
    occurred_on  date         NOT NULL,
    kind         text         NOT NULL,
    response     text         NOT NULL,
    days_removed numeric(4,1),
    voided       boolean      NOT NULL DEFAULT false,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id) ON DELETE CASCADE
);
CALL protect('behavior_incident');
CREATE INDEX behavior_incident_student_idx ON behavior_incident (district_id, student_id, occurred_on);
COMMENT ON TABLE behavior_incident IS 'Behaviour incident and the school''s response (sensitive)';
COMMENT ON COLUMN behavior_incident.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN behavior_incident.id IS 'Id made of the source and its key (internal)';
COMMENT ON COLUMN behavior_incident.student_id IS 'Student (internal)';
COMMENT ON COLUMN behavior_incident.occurred_on IS 'When it happened (sensitive)';
COMMENT ON COLUMN behavior_incident.kind IS 'MINOR or MAJOR (sensitive)';
COMMENT ON COLUMN behavior_incident.response IS 'NONE, CONFERENCE, DETENTION, IN_SCHOOL_SUSPENSION, OUT_OF_SCHOOL_SUSPENSION or EXPULSION (sensitive)';
COMMENT ON COLUMN behavior_incident.days_removed IS 'School days of removal, if any (sensitive)';
COMMENT ON COLUMN behavior_incident.voided IS 'The source took it back: it counts no longer (internal)';

CREATE TABLE course_mark (
    district_id    uuid         NOT NULL DEFAULT current_district(),
    id             uuid         NOT NULL,
    student_id     uuid         NOT NULL,
    course         text         NOT NULL,
    subject        text         NOT NULL,
    core           boolean      NOT NULL,
    ended_on       date         NOT NULL,
    mark           text         NOT NULL,
    points         numeric(4,2),
    failed         boolean      NOT NULL,
    credits_earned numeric(5,2),
    voided         boolean      NOT NULL DEFAULT false,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id) ON DELETE CASCADE
);
CALL protect('course_mark');
CREATE INDEX course_mark_student_idx ON course_mark (district_id, student_id, ended_on);
COMMENT ON TABLE course_mark IS 'Mark of a student in a course for a term (sensitive)';
COMMENT ON COLUMN course_mark.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN course_mark.id IS 'Id made of the source and its key (internal)';
COMMENT ON COLUMN course_mark.student_id IS 'Student (internal)';
COMMENT ON COLUMN course_mark.course IS 'Course code (internal)';
COMMENT ON COLUMN course_mark.subject IS 'ENGLISH, MATHEMATICS, SCIENCE, SOCIAL_STUDIES, OTHER, or CONDUCT for a mark of behaviour (internal)';
COMMENT ON COLUMN course_mark.core IS 'Core course (internal)';
COMMENT ON COLUMN course_mark.ended_on IS 'Last day of the term of the mark (internal)';
COMMENT ON COLUMN course_mark.mark IS 'The mark as the source writes it (sensitive)';
COMMENT ON COLUMN course_mark.points IS 'Grade points, 0 to 5 (sensitive)';
COMMENT ON COLUMN course_mark.failed IS 'Whether the source counts it as failed, or as unsatisfactory (sensitive)';
COMMENT ON COLUMN course_mark.credits_earned IS 'Credits earned with it (sensitive)';
COMMENT ON COLUMN course_mark.voided IS 'The source took it back: it counts no longer (internal)';

CREATE TABLE screening_result (
    district_id uuid          NOT NULL DEFAULT current_district(),
    id          uuid          NOT NULL,
    student_id  uuid          NOT NULL,
    measure     text          NOT NULL,
    taken_on    date          NOT NULL,
    score       numeric(10,3),
    benchmark   text          NOT NULL,
    voided      boolean       NOT NULL DEFAULT false,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id) ON DELETE CASCADE
);
CALL protect('screening_result');
CREATE INDEX screening_result_student_idx ON screening_result (district_id, student_id, taken_on);
COMMENT ON TABLE screening_result IS 'Result of an instructional screening, 34 CFR 300.302 (sensitive)';
COMMENT ON COLUMN screening_result.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN screening_result.id IS 'Id made of the source and its key (internal)';
COMMENT ON COLUMN screening_result.student_id IS 'Student (internal)';
COMMENT ON COLUMN screening_result.measure IS 'What was screened, in the code of the source (internal)';
COMMENT ON COLUMN screening_result.taken_on IS 'When (internal)';
COMMENT ON COLUMN screening_result.score IS 'Score (sensitive)';
COMMENT ON COLUMN screening_result.benchmark IS 'ABOVE, AT, BELOW or WELL_BELOW the benchmark of the instrument, as the source says (sensitive)';
COMMENT ON COLUMN screening_result.voided IS 'The source took it back: it counts no longer (internal)';

CREATE TABLE indicator_import (
    district_id     uuid        NOT NULL DEFAULT current_district(),
    id              uuid        NOT NULL,
    kind            text        NOT NULL,
    source          text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED')),
    header          text[]      NOT NULL,
    parts           integer     NOT NULL,
    parts_done      integer     NOT NULL DEFAULT 0,
    read            bigint      NOT NULL DEFAULT 0,
    added           bigint      NOT NULL DEFAULT 0,
    changed         bigint      NOT NULL DEFAULT 0,
    rejected        bigint      NOT NULL DEFAULT 0,
    requested_by    text        NOT NULL,
    created_at      timestamptz NOT NULL,
    finished_at     timestamptz,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    PRIMARY KEY (district_id, id)
);
CALL protect('indicator_import');
CALL open_to_relay('indicator_import');
CREATE INDEX indicator_import_waiting_idx ON indicator_import (district_id, id) WHERE state IN ('QUEUED', 'RUNNING');
COMMENT ON TABLE indicator_import IS 'Import of one CSV file of indicator data (internal)';
COMMENT ON COLUMN indicator_import.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN indicator_import.id IS 'Id of the import (internal)';
COMMENT ON COLUMN indicator_import.kind IS 'ATTENDANCE, BEHAVIOR, MARKS or SCREENING (internal)';
COMMENT ON COLUMN indicator_import.source IS 'System that the keys are of (internal)';
COMMENT ON COLUMN indicator_import.state IS 'How far it is (internal)';
COMMENT ON COLUMN indicator_import.header IS 'Columns of the file (internal)';
COMMENT ON COLUMN indicator_import.parts IS 'Parts that the file was cut into (internal)';
COMMENT ON COLUMN indicator_import.parts_done IS 'Parts that are worked off (internal)';
COMMENT ON COLUMN indicator_import.read IS 'Rows read (internal)';
COMMENT ON COLUMN indicator_import.added IS 'Records added (internal)';
COMMENT ON COLUMN indicator_import.changed IS 'Records changed (internal)';
COMMENT ON COLUMN indicator_import.rejected IS 'Rows kept out (internal)';
COMMENT ON COLUMN indicator_import.requested_by IS 'Issuer and subject of the caller who sent it (personal)';
COMMENT ON COLUMN indicator_import.created_at IS 'When it was received (internal)';
COMMENT ON COLUMN indicator_import.finished_at IS 'When it ended (internal)';
COMMENT ON COLUMN indicator_import.attempts IS 'How often in a row a part of it could not be worked off (internal)';
COMMENT ON COLUMN indicator_import.next_attempt_at IS 'Not before this time is it tried again (internal)';

-- No foreign key: the parts are there before the import is, in transactions of their own, so that none is long.
CREATE TABLE indicator_import_part (
    district_id uuid        NOT NULL DEFAULT current_district(),
    import_id   uuid        NOT NULL,
    part_no     integer     NOT NULL,
    first_line  bigint      NOT NULL,
    content     text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (district_id, import_id, part_no)
);
CALL protect('indicator_import_part');
COMMENT ON TABLE indicator_import_part IS 'Part of a file as received, whole rows, until it is worked off (sensitive)';
COMMENT ON COLUMN indicator_import_part.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN indicator_import_part.import_id IS 'Import (internal)';
COMMENT ON COLUMN indicator_import_part.part_no IS 'Place in the file, from 0 (internal)';
COMMENT ON COLUMN indicator_import_part.first_line IS 'Line of its first row, from 1 (internal)';
COMMENT ON COLUMN indicator_import_part.content IS 'The rows (sensitive)';
COMMENT ON COLUMN indicator_import_part.received_at IS 'When it came (internal)';

CREATE TABLE indicator_import_finding (
    district_id uuid   NOT NULL DEFAULT current_district(),
    id          uuid   NOT NULL DEFAULT uuidv7(),
    import_id   uuid   NOT NULL,
    line        bigint NOT NULL,
    column_name text,
    code        text   NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, import_id) REFERENCES indicator_import (district_id, id)
);
CALL protect('indicator_import_finding');
CREATE INDEX indicator_import_finding_import_idx ON indicator_import_finding (district_id, import_id, id);
COMMENT ON TABLE indicator_import_finding IS 'Why a row of an import was kept out (internal)';
COMMENT ON COLUMN indicator_import_finding.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN indicator_import_finding.id IS 'Id of the finding (internal)';
COMMENT ON COLUMN indicator_import_finding.import_id IS 'Import (internal)';
COMMENT ON COLUMN indicator_import_finding.line IS 'Line of the file, from 1 (internal)';
COMMENT ON COLUMN indicator_import_finding.column_name IS 'Column; null when the whole row is meant (internal)';
COMMENT ON COLUMN indicator_import_finding.code IS 'Stable code (internal)';
