-- Suggestions to look at a student, made from early-warning indicators; only a person makes a case of one.

CREATE TABLE intake_indicator (
    district_id     uuid        NOT NULL DEFAULT current_district(),
    student_id      uuid        NOT NULL,
    indicator       text        NOT NULL,
    level           text        NOT NULL,
    catalog_version integer     NOT NULL,
    changed_on      date        NOT NULL,
    told_at         timestamptz NOT NULL,
    PRIMARY KEY (district_id, student_id, indicator)
);
COMMENT ON TABLE intake_indicator IS 'Early-warning indicators as the student service told last. (sensitive)';
COMMENT ON COLUMN intake_indicator.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN intake_indicator.student_id IS 'The student. (sensitive)';
COMMENT ON COLUMN intake_indicator.indicator IS 'Which indicator. (sensitive)';
COMMENT ON COLUMN intake_indicator.level IS 'Its level. (sensitive)';
COMMENT ON COLUMN intake_indicator.catalog_version IS 'Version of the rules that were applied. (internal)';
COMMENT ON COLUMN intake_indicator.changed_on IS 'Date since which it has that level. (sensitive)';
COMMENT ON COLUMN intake_indicator.told_at IS 'Time of the fact; an older one changes nothing. (internal)';
CALL protect('intake_indicator');

CREATE TABLE intake_suggestion (
    district_id uuid        NOT NULL DEFAULT current_district(),
    id          uuid        NOT NULL,
    student_id  uuid        NOT NULL,
    status      text        NOT NULL CHECK (status IN ('OPEN', 'CONFIRMED', 'DISMISSED', 'LAPSED', 'FOLDED')),
    indicators  jsonb       NOT NULL,
    made_at     timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    decided_on  date,
    decided_by  uuid,
    reason      text,
    case_id     uuid,
    version     bigint      NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    CHECK ((status = 'CONFIRMED') = (case_id IS NOT NULL)),
    CHECK (status <> 'DISMISSED' OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX intake_suggestion_one_open ON intake_suggestion (district_id, student_id) WHERE status = 'OPEN';
CREATE INDEX intake_suggestion_status ON intake_suggestion (district_id, status, id);
COMMENT ON TABLE intake_suggestion IS 'Suggestions to look at students, and what people decided about them; one is open for a student. (sensitive)';
COMMENT ON COLUMN intake_suggestion.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN intake_suggestion.id IS 'Id of the suggestion; grows with the order of making. (internal)';
COMMENT ON COLUMN intake_suggestion.student_id IS 'The student. (sensitive)';
COMMENT ON COLUMN intake_suggestion.status IS 'OPEN; CONFIRMED or DISMISSED by a person; LAPSED when nothing is flagged any more; FOLDED into another by a merge of two records. (sensitive)';
COMMENT ON COLUMN intake_suggestion.indicators IS 'The flagged indicators, each with level and date. (sensitive)';
COMMENT ON COLUMN intake_suggestion.made_at IS 'When it was made. (internal)';
COMMENT ON COLUMN intake_suggestion.updated_at IS 'When the indicators changed last. (internal)';
COMMENT ON COLUMN intake_suggestion.decided_on IS 'Date of the confirmation or dismissal. (sensitive)';
COMMENT ON COLUMN intake_suggestion.decided_by IS 'Staff member who decided. (internal)';
COMMENT ON COLUMN intake_suggestion.reason IS 'Why it was dismissed. (sensitive)';
COMMENT ON COLUMN intake_suggestion.case_id IS 'Case that was opened from it. (internal)';
COMMENT ON COLUMN intake_suggestion.version IS 'Grows with each change; the ETag. (internal)';
CALL protect('intake_suggestion');

-- Two records of one student may each have an open suggestion; when they are made one, the one that follows is folded into
-- the other. The name puts it after follow_student, which finds the surviving student.
CREATE FUNCTION fold_suggestion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status = 'OPEN' AND NEW.student_id <> OLD.student_id AND EXISTS (
           SELECT FROM intake_suggestion s
            WHERE s.district_id = NEW.district_id AND s.student_id = NEW.student_id AND s.status = 'OPEN' AND s.id <> NEW.id) THEN
        NEW.status := 'FOLDED';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION fold_suggestion() IS 'Keeps one suggestion open for a student when two records are merged (public)';
CREATE TRIGGER then_fold_suggestion BEFORE UPDATE OF student_id ON intake_suggestion
    FOR EACH ROW EXECUTE FUNCTION fold_suggestion();
