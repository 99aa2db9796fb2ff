-- Which source owns which field of a person's record, and where the other one says something else.

CREATE TABLE field_ownership (
    district_id uuid        NOT NULL DEFAULT current_district(),
    field       text        NOT NULL,
    owner       text        NOT NULL CHECK (owner IN ('ROSTER', 'LOCAL')),
    version     bigint      NOT NULL,
    changed_by  text        NOT NULL,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (district_id, field)
);
CALL protect('field_ownership');
COMMENT ON TABLE field_ownership IS 'Who owns a field, once a district has settled it (internal)';
COMMENT ON COLUMN field_ownership.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN field_ownership.field IS 'Record and field, such as STUDENT.grade (internal)';
COMMENT ON COLUMN field_ownership.owner IS 'ROSTER: every sync sets it; LOCAL: no sync touches it (internal)';
COMMENT ON COLUMN field_ownership.version IS 'Counts the changes of the whole list (internal)';
COMMENT ON COLUMN field_ownership.changed_by IS 'Issuer and subject of the caller who settled it (personal)';
COMMENT ON COLUMN field_ownership.changed_at IS 'When he did (internal)';

CREATE TABLE field_conflict (
    district_id uuid        NOT NULL DEFAULT current_district(),
    record_id   uuid        NOT NULL,
    field       text        NOT NULL,
    noted_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (district_id, record_id, field)
);
CALL protect('field_conflict');
COMMENT ON TABLE field_conflict IS 'Locally owned fields for which the roster has another value; the values stand in the records (internal)';
COMMENT ON COLUMN field_conflict.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN field_conflict.record_id IS 'Student, staff member or guardian (internal)';
COMMENT ON COLUMN field_conflict.field IS 'Record and field, such as STUDENT.grade (internal)';
COMMENT ON COLUMN field_conflict.noted_at IS 'When a sync met it first (internal)';

-- What the roster says against what the suite has; a roster that says nothing differs from nothing.
-- security_invoker: row-level security counts for the reader, not for the owner of the view.
CREATE VIEW field_difference WITH (security_invoker = true) AS
SELECT s.id AS record_id, f.field, f.roster_value, f.local_value
  FROM student s
  JOIN roster_user u ON u.district_id = s.district_id AND u.id = s.id AND u.status = 'ACTIVE'
  LEFT JOIN roster_demographics d ON d.district_id = s.district_id AND d.id = s.id AND d.status = 'ACTIVE'
 CROSS JOIN LATERAL (VALUES ('STUDENT.givenName', u.given_name, s.given_name),
                            ('STUDENT.middleName', u.middle_name, s.middle_name),
                            ('STUDENT.familyName', u.family_name, s.family_name),
                            ('STUDENT.preferredGivenName', u.preferred_given_name, s.preferred_given_name),
                            ('STUDENT.birthDate', d.birth_date::text, s.birth_date::text),
                            ('STUDENT.grade', u.grades[1], s.grade)) f (field, roster_value, local_value)
 WHERE f.roster_value <> coalesce(f.local_value, '')
UNION ALL
SELECT s.id, f.field, f.roster_value, f.local_value
  FROM staff s
  JOIN roster_user u ON u.district_id = s.district_id AND u.id = s.id AND u.status = 'ACTIVE'
 CROSS JOIN LATERAL (VALUES ('STAFF.givenName', u.given_name, s.given_name),
                            ('STAFF.familyName', u.family_name, s.family_name),
                            ('STAFF.email', u.email, s.email)) f (field, roster_value, local_value)
 WHERE f.roster_value <> coalesce(f.local_value, '')
UNION ALL
SELECT g.id, f.field, f.roster_value, f.local_value
  FROM guardian g
  JOIN roster_user u ON u.district_id = g.district_id AND u.id = g.id AND u.status = 'ACTIVE'
 CROSS JOIN LATERAL (VALUES ('GUARDIAN.givenName', u.given_name, g.given_name),
                            ('GUARDIAN.familyName', u.family_name, g.family_name),
                            ('GUARDIAN.email', u.email, g.email),
                            ('GUARDIAN.phone', u.phone, g.phone)) f (field, roster_value, local_value)
 WHERE f.roster_value <> coalesce(f.local_value, '');
GRANT SELECT ON field_difference TO ${app_role};
COMMENT ON VIEW field_difference IS 'Fields of people for which the roster has another value (personal)';
COMMENT ON COLUMN field_difference.record_id IS 'Student, staff member or guardian (internal)';
COMMENT ON COLUMN field_difference.field IS 'Record and field, such as STUDENT.grade (internal)';
COMMENT ON COLUMN field_difference.roster_value IS 'Value of the roster (personal)';
COMMENT ON COLUMN field_difference.local_value IS 'Value of the suite (personal)';
