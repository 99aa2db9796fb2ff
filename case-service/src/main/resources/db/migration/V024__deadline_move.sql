-- What moved when deadlines were computed anew.

CREATE TABLE deadline_move (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL,
    case_id     uuid NOT NULL,
    student_id  uuid NOT NULL,
    deadline_id uuid NOT NULL,
    step        text NOT NULL,
    from_on     date,
    to_on       date,
    because     text NOT NULL,
    details     text NOT NULL,
    moved_at    timestamptz NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, deadline_id) REFERENCES case_deadline (district_id, id)
);
CREATE INDEX deadline_move_case ON deadline_move (district_id, case_id, id);
CREATE INDEX deadline_move_deadline ON deadline_move (district_id, deadline_id);
COMMENT ON TABLE deadline_move IS 'Deadlines that moved, from, to, and because of what. (sensitive)';
COMMENT ON COLUMN deadline_move.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN deadline_move.id IS 'Id of the move. (internal)';
COMMENT ON COLUMN deadline_move.case_id IS 'The case. (internal)';
COMMENT ON COLUMN deadline_move.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN deadline_move.deadline_id IS 'The deadline. (internal)';
COMMENT ON COLUMN deadline_move.step IS 'Which step is due. (sensitive)';
COMMENT ON COLUMN deadline_move.from_on IS 'Due date before; none when there was no date. (sensitive)';
COMMENT ON COLUMN deadline_move.to_on IS 'Due date after; none when there is no date. (sensitive)';
COMMENT ON COLUMN deadline_move.because IS 'What changed: CALENDAR, RULE, LAW, FACT, SCHOOL. (internal)';
COMMENT ON COLUMN deadline_move.details IS 'What is counted otherwise than before. (sensitive)';
COMMENT ON COLUMN deadline_move.moved_at IS 'When it was computed anew. (internal)';
CALL protect('deadline_move');
