-- Repeatable, so that it comes after the table that says how tables belong to a student's record.
INSERT INTO record_anchor VALUES ('protected_answers', 'student_id', 'WITHHELD') ON CONFLICT (table_name) DO NOTHING;
