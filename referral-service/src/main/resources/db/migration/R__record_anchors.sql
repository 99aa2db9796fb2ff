-- How tables of this service belong to the record of a student, where their columns do not tell.
CALL students_are_in('student');
CALL anchor('student', 'id', 'COPY');
CALL anchor('student_guardian', 'student_id', 'COPY');
CALL anchor('case_file', 'student_id', 'COPY');
