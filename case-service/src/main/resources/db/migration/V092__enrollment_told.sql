-- A move can be told twice: by a transfer that somebody records, and by the roster. It is one move.
CREATE TABLE enrollment_told (
    district_id     uuid NOT NULL DEFAULT current_district(),
    id              uuid NOT NULL,
    case_id         uuid NOT NULL,
    enrolled_on     date NOT NULL,
    transfer_id     uuid,
    roster_event_id uuid,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    CHECK (num_nonnulls(transfer_id, roster_event_id) > 0)
);
CREATE INDEX enrollment_told_case ON enrollment_told (district_id, case_id);
COMMENT ON TABLE enrollment_told IS 'Moves to another school that open cases were told of, and by which way. (personal)';
COMMENT ON COLUMN enrollment_told.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN enrollment_told.id IS 'Id of the row. (internal)';
COMMENT ON COLUMN enrollment_told.case_id IS 'The case. (internal)';
COMMENT ON COLUMN enrollment_told.enrolled_on IS 'First day at the new school, as it was told first. (personal)';
COMMENT ON COLUMN enrollment_told.transfer_id IS 'Recorded transfer that told of it, if one did. (internal)';
COMMENT ON COLUMN enrollment_told.roster_event_id IS 'Event by which the roster told of it, if it did. (internal)';
CALL protect('enrollment_told');
