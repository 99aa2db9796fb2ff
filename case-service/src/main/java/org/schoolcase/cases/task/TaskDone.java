package org.schoolcase.cases.task;

import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that a task of a case is no longer to be done: DONE, or CANCELLED. */
record TaskDone(UUID caseId, UUID studentId, UUID taskId, TaskKind kind, CaseTask.State outcome, Instant at)
        implements Event {

    static TaskDone of(CaseTask task, Instant at) {
        return new TaskDone(task.caseId(), task.studentId(), task.id(), task.kind(), task.state(), at);
    }

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.task-done.v1";
    }
}
