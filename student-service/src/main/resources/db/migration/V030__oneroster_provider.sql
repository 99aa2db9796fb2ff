-- Indexes for reading the roster over OneRoster's REST binding.

-- References from the parent to its children.
CREATE INDEX roster_org_parent_idx ON roster_org (district_id, parent_id);
CREATE INDEX roster_academic_session_parent_idx ON roster_academic_session (district_id, parent_id);

-- Relations that are read by themselves.
CREATE INDEX roster_class_school_idx ON roster_class (district_id, school_id);
CREATE INDEX roster_class_course_idx ON roster_class (district_id, course_id);

-- Increments: what changed since a time, in the order of the change.
CREATE INDEX roster_enrollment_modified_idx ON roster_enrollment (district_id, date_last_modified, id);
CREATE INDEX roster_demographics_modified_idx ON roster_demographics (district_id, date_last_modified, id);
