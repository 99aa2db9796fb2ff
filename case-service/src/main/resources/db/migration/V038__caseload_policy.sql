-- How a district weighs cases and what it allows one person to carry. Federal law has no number, so nothing is set here.

CREATE TABLE caseload_policy (
    district_id uuid NOT NULL DEFAULT current_district(),
    policy      jsonb NOT NULL,
    written_at  timestamptz NOT NULL,
    version     bigint NOT NULL,
    PRIMARY KEY (district_id)
);
COMMENT ON TABLE caseload_policy IS 'Weights of cases and caps of caseloads, as the district set them. (internal)';
COMMENT ON COLUMN caseload_policy.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN caseload_policy.policy IS 'Weights by barrier, stage and service level, and caps with their citations. (internal)';
COMMENT ON COLUMN caseload_policy.written_at IS 'When it was last written. (internal)';
COMMENT ON COLUMN caseload_policy.version IS 'Grows with each change; the ETag. (internal)';
CALL protect('caseload_policy');

CREATE TABLE case_service_level (
    district_id uuid NOT NULL DEFAULT current_district(),
    case_id     uuid NOT NULL,
    level       text NOT NULL,
    version     bigint NOT NULL,
    PRIMARY KEY (district_id, case_id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id)
);
COMMENT ON TABLE case_service_level IS 'How much service a case takes, in the district''s own words. (sensitive)';
COMMENT ON COLUMN case_service_level.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN case_service_level.case_id IS 'The case. (internal)';
COMMENT ON COLUMN case_service_level.level IS 'Code of the level in the district''s policy. (sensitive)';
COMMENT ON COLUMN case_service_level.version IS 'Grows with each change; the ETag. (internal)';
CALL protect('case_service_level');

CREATE FUNCTION school_level(grade text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN grade IN ('IT', 'PR', 'PK', 'TK', 'KG', '01', '02', '03', '04', '05') THEN 'ELEMENTARY'
                WHEN grade IN ('06', '07', '08') THEN 'MIDDLE'
                WHEN grade IN ('09', '10', '11', '12', '13') THEN 'HIGH' END;
COMMENT ON FUNCTION school_level(text) IS 'Level of a school by a student''s grade, CEDS codes; none for others (public)';

-- Who carries which open case in which role, with what the district may weigh.
CREATE VIEW case_load WITH (security_invoker = true) AS
SELECT m.district_id, m.staff_id, m.role, c.id AS case_id, c.student_id, c.barriers,
       CASE WHEN EXISTS (SELECT FROM case_deadline d WHERE d.district_id = c.district_id AND d.case_id = c.id
                          AND d.status <> 'ENDED' AND d.step = 'REEVALUATION_AFTER_CONSENT') THEN 'REEVALUATION'
            WHEN EXISTS (SELECT FROM case_deadline d WHERE d.district_id = c.district_id AND d.case_id = c.id
                          AND d.status <> 'ENDED' AND d.step = 'INITIAL_EVALUATION') THEN 'EVALUATION'
            WHEN EXISTS (SELECT FROM consent k WHERE k.district_id = c.district_id AND k.case_id = c.id
                          AND k.kind = 'SERVICES' AND k.decision = 'GIVEN' AND k.revoked_on IS NULL) THEN 'SERVICES'
            ELSE 'INTAKE' END AS stage,
       l.level AS service_level, school_level(s.grade) AS school_level, s.school_ids
  FROM case_team_member m
  JOIN case_file c ON c.district_id = m.district_id AND c.id = m.case_id AND c.status = 'OPEN'
  LEFT JOIN case_service_level l ON l.district_id = c.district_id AND l.case_id = c.id
  LEFT JOIN student_profile s ON s.district_id = c.district_id AND s.id = c.student_id
 WHERE m.to_on IS NULL;
GRANT SELECT ON case_load TO ${app_role};
COMMENT ON VIEW case_load IS 'Open cases by member of the team (sensitive)';

CREATE FUNCTION case_weight(policy jsonb, barriers text[], stage text, service_level text) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(CAST(policy ->> 'base' AS numeric), 0)
         + coalesce((SELECT sum(CAST(policy -> 'barriers' ->> b AS numeric)) FROM unnest(barriers) b), 0)
         + coalesce(CAST(policy -> 'stages' ->> stage AS numeric), 0)
         + coalesce(CAST(policy -> 'serviceLevels' ->> service_level AS numeric), 0);
COMMENT ON FUNCTION case_weight(jsonb, text[], text, text) IS 'What a case weighs by a district''s policy (public)';
