-- Transfers from and to other schools with the request for records, and the news that a student with a plan enrolled.

CREATE INDEX case_team_student_idx ON case_team (district_id, student_id);

CREATE TABLE student_transfer (
    district_id          uuid        NOT NULL DEFAULT current_district(),
    id                   uuid        NOT NULL,
    student_id           uuid        NOT NULL,
    direction            text        NOT NULL CHECK (direction IN ('IN', 'OUT')),
    organization         text        NOT NULL,
    other_district       text,
    effective_on         date        NOT NULL,
    plan_in_force        boolean     NOT NULL,
    records_requested_on date,
    records_requested_by text,
    records_answered_on  date,
    records_answer       text CHECK (records_answer IN ('SENT', 'PARTLY_SENT', 'REFUSED', 'NOT_FOUND')),
    records_answered_by  text,
    recorded_by          text        NOT NULL,
    recorded_at          timestamptz NOT NULL,
    version              bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id),
    CHECK (records_answered_on IS NULL OR records_answered_on >= records_requested_on),
    CHECK ((records_answered_on IS NULL) = (records_answer IS NULL))
);
CALL protect('student_transfer');
CREATE INDEX student_transfer_student_idx ON student_transfer (district_id, student_id, id);
COMMENT ON TABLE student_transfer IS 'Transfer of a student from or to another school or district, with the request for his records, 34 CFR 300.323(g) (personal)';
COMMENT ON COLUMN student_transfer.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN student_transfer.id IS 'Id of the transfer (internal)';
COMMENT ON COLUMN student_transfer.student_id IS 'Student (internal)';
COMMENT ON COLUMN student_transfer.direction IS 'IN: he comes from there; OUT: he goes there (personal)';
COMMENT ON COLUMN student_transfer.organization IS 'Other school as it is called (personal)';
COMMENT ON COLUMN student_transfer.other_district IS 'Its district, where it is another (personal)';
COMMENT ON COLUMN student_transfer.effective_on IS 'First day at the new school (personal)';
COMMENT ON COLUMN student_transfer.plan_in_force IS 'An IEP was in force when he moved, 34 CFR 300.323(e), (f) (sensitive)';
COMMENT ON COLUMN student_transfer.records_requested_on IS 'When the new school asked for the records (personal)';
COMMENT ON COLUMN student_transfer.records_requested_by IS 'Issuer and subject of who recorded the request (personal)';
COMMENT ON COLUMN student_transfer.records_answered_on IS 'When the former school answered (personal)';
COMMENT ON COLUMN student_transfer.records_answer IS 'SENT, PARTLY_SENT, REFUSED or NOT_FOUND (personal)';
COMMENT ON COLUMN student_transfer.records_answered_by IS 'Issuer and subject of who recorded the answer (personal)';
COMMENT ON COLUMN student_transfer.recorded_by IS 'Issuer and subject of the caller (personal)';
COMMENT ON COLUMN student_transfer.recorded_at IS 'When it was recorded (internal)';
COMMENT ON COLUMN student_transfer.version IS 'Counts changes; ETag (internal)';

-- Whoever writes student: a student with an open case who attends a school that he did not attend before is told of in
-- the same transaction, so that the case service can act on the first day (34 CFR 300.323(e)).
CREATE FUNCTION tell_enrollment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outbox_event (id, topic, event_key, type, occurred_at, data)
    SELECT uuidv7(), 'schoolcase.student.events', n.id::text, 'org.schoolcase.student.enrolled-with-active-plan.v1', now(),
           jsonb_build_object('studentId', n.id, 'schoolIds', to_jsonb(g.gained), 'caseIds', c.ids,
                              'enrolledOn', district_today())
      FROM old_rows o
      JOIN new_rows n ON n.district_id = o.district_id AND n.id = o.id
     CROSS JOIN LATERAL (SELECT ARRAY(
               SELECT unnest(n.school_ids)
               EXCEPT SELECT unnest(CASE WHEN o.active THEN o.school_ids ELSE '{}' END)) AS gained) g
     CROSS JOIN LATERAL (SELECT jsonb_agg(DISTINCT t.case_id) AS ids FROM case_team t
                          WHERE t.district_id = n.district_id AND t.student_id = n.id) c
     WHERE n.active AND (o.school_ids, o.active) IS DISTINCT FROM (n.school_ids, n.active)
       AND cardinality(g.gained) > 0 AND c.ids IS NOT NULL;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION tell_enrollment() IS 'Tells the other services of a student with a plan who enrolled at another school (public)';

CREATE TRIGGER student_enrolled AFTER UPDATE ON student
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_enrollment();
