package org.schoolcase.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.schoolcase.cases.happening.Happening;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/**
 * Lets the flow make and close tasks, in the transaction of what happened. It only ever touches tasks: a deadline of law
 * runs and ends by itself. What is sealed makes no task, whose text would break the seal.
 */
@ApplicationScoped
class FlowTasks {

    private static final String CASE_CLOSED = "The case was closed.";

    private final FlowRules rules;
    private final FlowStore store;
    private final Outbox outbox;
    private final Audit audit;

    FlowTasks(FlowRules rules, FlowStore store, Outbox outbox, Audit audit) {
        this.rules = rules;
        this.store = store;
        this.outbox = outbox;
        this.audit = audit;
    }

    void on(@Observes Happening happening) {
        if (happening.kind() == Kind.CASE_CLOSED) {
            store.cancelAll(happening, CASE_CLOSED).forEach(task -> closed(task, "task.cancel"));
            return;
        }
        var done = rules.closedOn(happening.kind());
        if (!done.isEmpty()) {
            store.finish(happening, done).forEach(task -> closed(task, "task.done"));
        }
        if (!happening.sealed()) {
            rules.madeOn(happening.kind()).forEach(rule -> make(happening, rule));
        }
    }

    private void make(Happening happening, FlowRule rule) {
        store.make(happening, rule).ifPresent(task -> {
            outbox.append(task);
            audit.wrote(AuditEntry.of("task.add", "task", task.taskId())
                    .student(task.studentId())
                    .fields("kind", "text", "ownerId", "dueOn"));
        });
    }

    private void closed(TaskDone task, String action) {
        outbox.append(task);
        audit.wrote(AuditEntry.of(action, "task", task.taskId())
                .student(task.studentId())
                .fields("state", "reason"));
    }
}
