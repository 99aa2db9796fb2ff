-- What the search for one student's record must not take for his: rows about two children, and what is derived from his own.

INSERT INTO record_anchor VALUES
    ('identity_review', 'first_student_id', 'TRAIL'),
    ('student_merge', 'surviving_id', 'TRAIL'),
    ('student_identity_key', 'student_id', 'COPY'),
    ('student_identity_work', 'student_id', 'COPY'),
    ('student_school', 'student_id', 'COPY'),
    ('indicator_dirty', 'student_id', 'COPY'),
    ('field_conflict', 'record_id', 'COPY');

-- What was disclosed and what the family chose stays as it was, but follows a merge of the records.
GRANT UPDATE (student_id) ON disclosure, directory_choice TO ${app_role};
