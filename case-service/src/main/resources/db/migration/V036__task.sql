-- What somebody has to do for a case, by hand or from the flow. Tasks stand beside the deadlines of law and replace none.

CREATE TABLE case_task (
    district_id uuid NOT NULL DEFAULT current_district(),
    id          uuid NOT NULL,
    case_id     uuid NOT NULL,
    student_id  uuid NOT NULL,
    kind        text NOT NULL,
    text        text NOT NULL,
    links       text[] NOT NULL,
    owner_id    uuid NOT NULL,
    due_on      date,
    deadline_id uuid,
    flow_rule   text,
    subject_id  uuid,
    state       text NOT NULL CHECK (state IN ('OPEN', 'DONE', 'CANCELLED')),
    created_at  timestamptz NOT NULL,
    closed_at   timestamptz,
    closed_by   uuid,
    reason      text,
    version     bigint NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    CHECK ((state = 'OPEN') = (closed_at IS NULL)),
    CHECK (state <> 'CANCELLED' OR reason IS NOT NULL)
);
CREATE INDEX case_task_mine ON case_task (district_id, owner_id, state, due_on, id);
CREATE INDEX case_task_case ON case_task (district_id, case_id, id);
CREATE INDEX case_task_deadline ON case_task (district_id, deadline_id) WHERE state = 'OPEN' AND deadline_id IS NOT NULL;
CREATE UNIQUE INDEX case_task_of_flow ON case_task (district_id, case_id, flow_rule, subject_id) NULLS NOT DISTINCT
    WHERE state = 'OPEN' AND flow_rule IS NOT NULL;
COMMENT ON TABLE case_task IS 'Tasks of a case with owner and due date. (sensitive)';
COMMENT ON COLUMN case_task.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN case_task.id IS 'Id of the task. (internal)';
COMMENT ON COLUMN case_task.case_id IS 'The case. (internal)';
COMMENT ON COLUMN case_task.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN case_task.kind IS 'What sort of work it is. (internal)';
COMMENT ON COLUMN case_task.text IS 'What is to be done. (sensitive)';
COMMENT ON COLUMN case_task.links IS 'Addresses where the work is done. (sensitive)';
COMMENT ON COLUMN case_task.owner_id IS 'Member of staff who has to do it. (internal)';
COMMENT ON COLUMN case_task.due_on IS 'By when; none when nobody set a day. Of a deadline, it moves with it. (sensitive)';
COMMENT ON COLUMN case_task.deadline_id IS 'The deadline of law that the task serves. (internal)';
COMMENT ON COLUMN case_task.flow_rule IS 'Rule of the flow that made it; none when made by hand. (internal)';
COMMENT ON COLUMN case_task.subject_id IS 'What the flow''s task is about, such as a request; none when it is about the case. (internal)';
COMMENT ON COLUMN case_task.state IS 'OPEN, DONE or CANCELLED. (internal)';
COMMENT ON COLUMN case_task.created_at IS 'When it was made. (internal)';
COMMENT ON COLUMN case_task.closed_at IS 'When it was done or cancelled. (internal)';
COMMENT ON COLUMN case_task.closed_by IS 'Who did or cancelled it; none when the flow did. (internal)';
COMMENT ON COLUMN case_task.reason IS 'Why it was cancelled, or what came of it. (sensitive)';
COMMENT ON COLUMN case_task.version IS 'Grows with each change; the ETag. (internal)';
CALL protect('case_task');

-- A moved deadline moves the tasks that serve it, in the transaction of the move, whoever computes it anew.
CREATE FUNCTION move_tasks_of_deadlines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE case_task t SET due_on = n.due_on, version = t.version + 1
      FROM new_deadline n JOIN old_deadline o ON o.district_id = n.district_id AND o.id = n.id
     WHERE n.due_on IS DISTINCT FROM o.due_on
       AND t.district_id = n.district_id AND t.deadline_id = n.id AND t.state = 'OPEN';
    RETURN NULL;
END $$;
COMMENT ON FUNCTION move_tasks_of_deadlines() IS 'Gives the tasks of moved deadlines their new dates (public)';
CREATE TRIGGER deadlines_moved AFTER UPDATE ON case_deadline
    REFERENCING OLD TABLE AS old_deadline NEW TABLE AS new_deadline
    FOR EACH STATEMENT EXECUTE FUNCTION move_tasks_of_deadlines();
