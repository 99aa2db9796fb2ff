-- How tables of this service belong to the record of a student, where their columns do not tell.
CALL students_are_in('student_profile');
CALL anchor('student_profile', 'id', 'COPY');
CALL anchor('student_guardian', 'student_id', 'COPY');
CALL anchor('protected_answers', 'student_id', 'WITHHELD');
