-- Early-warning indicators: whom to compute, what came of it, and what each district has set.

CREATE TABLE indicator_dirty (
    district_id uuid        NOT NULL DEFAULT current_district(),
    student_id  uuid        NOT NULL,
    marked_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (district_id, student_id)
);
CALL protect('indicator_dirty');
CALL open_to_relay('indicator_dirty');
COMMENT ON TABLE indicator_dirty IS 'Students whose indicators must be computed anew, since data of theirs or rules have changed (internal)';
COMMENT ON COLUMN indicator_dirty.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN indicator_dirty.student_id IS 'Student (internal)';
COMMENT ON COLUMN indicator_dirty.marked_at IS 'When it was last marked; rewritten each time, so that who marks waits for who computes (internal)';

CREATE TABLE student_indicator (
    district_id     uuid        NOT NULL DEFAULT current_district(),
    student_id      uuid        NOT NULL,
    indicator       text        NOT NULL CHECK (indicator IN ('ATTENDANCE', 'BEHAVIOR', 'COURSE', 'SCREENING', 'COMPOSITE')),
    level           text        NOT NULL CHECK (level IN ('NOT_EVALUATED', 'NONE', 'FLAGGED', 'YELLOW', 'ORANGE', 'RED')),
    level_since     date        NOT NULL,
    window_from     date        NOT NULL,
    window_to       date        NOT NULL,
    evaluations     jsonb       NOT NULL,
    catalog_version integer     NOT NULL,
    policy_from     date,
    computed_at     timestamptz NOT NULL,
    PRIMARY KEY (district_id, student_id, indicator),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id) ON DELETE CASCADE
);
CALL protect('student_indicator');
CREATE INDEX student_indicator_flagged_idx ON student_indicator (district_id, indicator, student_id)
    WHERE level <> 'NONE' AND level <> 'NOT_EVALUATED';
COMMENT ON TABLE student_indicator IS 'Early-warning indicator of a student: prompts a review, decides nothing (sensitive)';
COMMENT ON COLUMN student_indicator.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student_indicator.student_id IS 'Student (internal)';
COMMENT ON COLUMN student_indicator.indicator IS 'ATTENDANCE, BEHAVIOR, COURSE, SCREENING, or COMPOSITE of the first three (internal)';
COMMENT ON COLUMN student_indicator.level IS 'FLAGGED if a rule fired; of COMPOSITE the number of flags as YELLOW, ORANGE, RED (sensitive)';
COMMENT ON COLUMN student_indicator.level_since IS 'Date of the computation that brought this level (sensitive)';
COMMENT ON COLUMN student_indicator.window_from IS 'First day of the data looked at (internal)';
COMMENT ON COLUMN student_indicator.window_to IS 'Last day of the data looked at (internal)';
COMMENT ON COLUMN student_indicator.evaluations IS 'Each rule applied, with its inputs, threshold, window and outcome (sensitive)';
COMMENT ON COLUMN student_indicator.catalog_version IS 'Version of the rules (internal)';
COMMENT ON COLUMN student_indicator.policy_from IS 'Policy of the district that was in force, by its first day; null: the rules as they come (internal)';
COMMENT ON COLUMN student_indicator.computed_at IS 'When it was computed (internal)';

CREATE TABLE early_warning_policy (
    district_id uuid        NOT NULL DEFAULT current_district(),
    valid_from  date        NOT NULL,
    version     bigint      NOT NULL,
    settings    jsonb       NOT NULL,
    reason      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    PRIMARY KEY (district_id, valid_from)
);
CALL protect('early_warning_policy');
COMMENT ON TABLE early_warning_policy IS 'What the district has set for early warning, from a date on (internal)';
COMMENT ON COLUMN early_warning_policy.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN early_warning_policy.valid_from IS 'First day; in force until the next begins (internal)';
COMMENT ON COLUMN early_warning_policy.version IS 'Counts changes before its first day; ETag (internal)';
COMMENT ON COLUMN early_warning_policy.settings IS 'Per rule whether it applies, and its threshold (internal)';
COMMENT ON COLUMN early_warning_policy.reason IS 'Why (internal)';
COMMENT ON COLUMN early_warning_policy.recorded_at IS 'When it was recorded (internal)';
COMMENT ON COLUMN early_warning_policy.recorded_by IS 'Issuer and subject of who recorded it (internal)';
