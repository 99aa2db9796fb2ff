package org.schoolcase.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Circle;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;

/** Use case: tasks are listed, of a case, of the caller, or of all his cases. */
@ApplicationScoped
class ListTasks {

    private final CaseTasks tasks;
    private final CaseAccess access;
    private final CurrentUser user;
    private final Cursors cursors;
    private final Audit audit;

    ListTasks(CaseTasks tasks, CaseAccess access, CurrentUser user, Cursors cursors, Audit audit) {
        this.tasks = tasks;
        this.access = access;
        this.user = user;
        this.cursors = cursors;
        this.audit = audit;
    }

    Page<TaskView> ofCase(UUID caseId, CaseTask.State state, @Nullable String cursor, int limit) {
        access.toRead(caseId, Reach.READ);
        return page(new CaseTasks.Wanted(null, caseId, state, null), null, cursor, limit);
    }

    /** The caller's own; 403 when his token names no member of staff. */
    Page<TaskView> mine(CaseTask.State state, @Nullable LocalDate dueBefore, @Nullable String cursor, int limit) {
        var me = user.staffId()
                .orElseThrow(() ->
                        ProblemException.forbidden("staff-id.missing", "The token names no staff member with tasks."));
        return page(new CaseTasks.Wanted(me, null, state, dueBefore), null, cursor, limit);
    }

    Page<TaskView> ofMyCases(CaseTask.State state, @Nullable LocalDate dueBefore, @Nullable String cursor, int limit) {
        return page(new CaseTasks.Wanted(null, null, state, dueBefore), access.circle(Reach.READ), cursor, limit);
    }

    private Page<TaskView> page(CaseTasks.Wanted wanted, @Nullable Circle circle, @Nullable String cursor, int limit) {
        var list = "tasks?" + wanted;
        var found = tasks.list(wanted, circle, cursors.open(list, cursor), limit);
        var page = cursors.page(list, found, limit, ListTasks::key);
        page.items()
                .forEach(task -> audit.showed(
                        AuditEntry.of("task.list", "task", task.id()).student(task.studentId())));
        return new Page<>(page.items().stream().map(TaskView::of).toList(), page.next());
    }

    private static List<String> key(CaseTask task) {
        return List.of(
                task.dueOn() == null ? "" : task.dueOn().toString(), task.id().toString());
    }
}
