package org.schoolcase.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;

/** Hands a task to those who may see or change it; to everybody else it does not exist. */
@ApplicationScoped
class TaskDesk {

    /** A task with its case, both locked. */
    record Taken(CaseTask task, CaseFile file) {}

    private final CaseTasks tasks;
    private final CaseAccess access;
    private final CurrentUser user;
    private final Audit audit;

    TaskDesk(CaseTasks tasks, CaseAccess access, CurrentUser user, Audit audit) {
        this.tasks = tasks;
        this.access = access;
        this.user = user;
        this.audit = audit;
    }

    @Nullable
    UUID me() {
        return user.staffId().orElse(null);
    }

    /** For reading: the owner, and those who may read the case. */
    CaseTask show(UUID taskId) {
        var task = find(taskId);
        audit.showed(AuditEntry.of("task.read", "task", taskId).student(task.studentId()));
        return task;
    }

    /** For doing it: the owner, and those who may change the case. */
    Taken takeAsOwner(UUID taskId) {
        var task = find(taskId);
        var file = tasks.lock(task);
        return task.ownerId().equals(me()) ? new Taken(task, file) : new Taken(task, access.toChange(task.caseId()));
    }

    /** For deciding over it: those who may change the case. */
    Taken takeAsManager(UUID taskId) {
        var task = find(taskId);
        var file = access.toChange(task.caseId());
        tasks.lock(task);
        return new Taken(task, file);
    }

    ChangeTask.Outcome written(CaseTask task) {
        tasks.write();
        return new ChangeTask.Outcome.Changed(task);
    }

    private CaseTask find(UUID taskId) {
        return tasks.find(taskId, me(), access.circle(Reach.READ)).orElseThrow(() -> {
            audit.denied(AuditEntry.of("task.access", "task", taskId));
            return ProblemException.notFound();
        });
    }
}
