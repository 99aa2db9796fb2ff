package org.schoolcase.cases.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite who has to do a task of a case now, and by when. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskAssigned(
        UUID caseId,
        UUID studentId,
        UUID taskId,
        TaskKind kind,
        UUID ownerId,
        @Nullable LocalDate dueOn,
        Instant at) implements Event {

    static TaskAssigned of(CaseTask task, Instant at) {
        return new TaskAssigned(
                task.caseId(), task.studentId(), task.id(), task.kind(), task.ownerId(), task.dueOn(), at);
    }

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.task-assigned.v1";
    }
}
