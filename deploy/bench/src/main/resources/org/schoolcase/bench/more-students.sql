INSERT INTO student (id, sourced_id, given_name, middle_name, family_name, birth_date, grade, school_ids, active)
SELECT gen_random_uuid(), 'more-' || s.n, s.given_name, s.middle_name, o.family_name, s.birth_date, s.grade, s.school_ids, s.active
  FROM (SELECT *, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS size FROM student) s
  JOIN (SELECT family_name, row_number() OVER (ORDER BY md5(id::text)) AS n FROM student) o ON o.n = s.n
 WHERE s.n <= :students - s.size
