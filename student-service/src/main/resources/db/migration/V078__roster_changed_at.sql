-- When a record changed here. The sender's own date may lie days back when his package arrives, and who reads
-- increments (dateLastModified) would never see what arrived after he last looked. Rows that are here get the time of
-- this migration: readers of increments see them once more.

ALTER TABLE roster_org ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE roster_academic_session ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE roster_course ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE roster_class ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE roster_user ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE roster_role ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE roster_enrollment ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE roster_demographics ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();

COMMENT ON COLUMN roster_org.changed_at IS 'When the record last changed here, whatever date its sender gave; what increments are read by (internal)';
COMMENT ON COLUMN roster_academic_session.changed_at IS 'When the record last changed here, whatever date its sender gave; what increments are read by (internal)';
COMMENT ON COLUMN roster_course.changed_at IS 'When the record last changed here, whatever date its sender gave; what increments are read by (internal)';
COMMENT ON COLUMN roster_class.changed_at IS 'When the record last changed here, whatever date its sender gave; what increments are read by (internal)';
COMMENT ON COLUMN roster_user.changed_at IS 'When the record last changed here, whatever date its sender gave; what increments are read by (internal)';
COMMENT ON COLUMN roster_role.changed_at IS 'When the record last changed here, whatever date its sender gave; what increments are read by (internal)';
COMMENT ON COLUMN roster_enrollment.changed_at IS 'When the record last changed here, whatever date its sender gave; what increments are read by (internal)';
COMMENT ON COLUMN roster_demographics.changed_at IS 'When the record last changed here, whatever date its sender gave; what increments are read by (internal)';

DROP INDEX roster_enrollment_modified_idx;
DROP INDEX roster_demographics_modified_idx;
CREATE INDEX roster_enrollment_changed_idx ON roster_enrollment (district_id, changed_at, id);
CREATE INDEX roster_demographics_changed_idx ON roster_demographics (district_id, changed_at, id);
