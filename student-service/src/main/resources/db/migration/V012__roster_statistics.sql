-- What keeps a large import fast.

-- The import refreshes the planner's statistics while it fills tables; autovacuum would come too late for its joins.
GRANT MAINTAIN ON roster_org, roster_academic_session, roster_course, roster_class, roster_user, roster_role,
    roster_enrollment, roster_demographics, school, student, staff, teacher_student TO ${app_role};

-- The teachers of a class, without going through all its students.
CREATE INDEX roster_enrollment_teacher_idx ON roster_enrollment (district_id, class_id)
    WHERE role = 'teacher' AND status = 'ACTIVE';
