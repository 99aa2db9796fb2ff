-- How tables of this service belong to the record of a student, where their columns do not tell. The rows of V076 stand beside these.
CALL students_are_in('student');
-- A record that was merged into the student's is his own, not another's.
CREATE OR REPLACE FUNCTION is_other_student(candidate uuid, whose uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT candidate <> whose AND EXISTS (
        SELECT FROM student s WHERE s.district_id = current_district() AND s.id = candidate
           AND coalesce(s.merged_into, s.id) <> coalesce(
               (SELECT coalesce(w.merged_into, w.id) FROM student w WHERE w.district_id = current_district() AND w.id = whose), whose))
$$;
CALL anchor('student', 'id', 'PERMANENT');
CALL anchor('roster_user', 'id', 'PERMANENT');
CALL anchor('roster_role', 'user_id', 'PERMANENT');
CALL anchor('roster_enrollment', 'user_id', 'PERMANENT');
CALL anchor('roster_demographics', 'id', 'RECORD');
CALL anchor('student_name_part', 'student_id', 'TRAIL');
CALL anchor('disclosure', 'student_id', 'PERMANENT');
CALL anchor('amendment', 'student_id', 'PERMANENT');
CALL anchor('directory_choice', 'student_id', 'PERMANENT');
CALL anchor('case_team', 'student_id', 'COPY');
CALL anchor('legal_hold', 'student_id', 'TRAIL');
CALL anchor('access_request', 'student_id', 'RECORD');
CALL anchor('access_part', 'request_id', 'TRAIL');
CALL anchor('access_file', 'request_id', 'TRAIL');
CALL anchor('access_mention', 'request_id', 'TRAIL');
CALL anchor('destruction', 'student_id', 'TRAIL');
CALL anchor('destruction_count', 'destruction_id', 'TRAIL');
CALL anchor('court_order', 'student_id', 'WITHHELD');
CALL anchor('contact_means', 'student_id', 'WITHHELD');
