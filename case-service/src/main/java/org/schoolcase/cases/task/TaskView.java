package org.schoolcase.cases.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task as the API shows it.
 *
 * @param dueOn absent when nobody set a day
 * @param deadlineId the deadline of law that it serves; the task moves with it
 * @param flowRule rule of the flow that made it; absent when made by hand
 * @param closedBy absent when the flow closed it
 * @param reason why it was cancelled, or what came of it
 */
public record TaskView(
        UUID id,
        UUID caseId,
        UUID studentId,
        TaskKind kind,
        String text,
        List<String> links,
        UUID ownerId,
        @Nullable LocalDate dueOn,
        @Nullable UUID deadlineId,
        @Nullable String flowRule,

        @Schema(enumeration = {"OPEN", "DONE", "CANCELLED"}) String state,

        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable UUID closedBy,
        @Nullable String reason) {

    static TaskView of(CaseTask task) {
        return new TaskView(
                task.id(),
                task.caseId(),
                task.studentId(),
                task.kind(),
                task.text(),
                task.links(),
                task.ownerId(),
                task.dueOn(),
                task.deadlineId(),
                task.flowRule(),
                task.state().name(),
                task.createdAt(),
                task.closedAt(),
                task.closedBy(),
                task.reason());
    }
}
