package org.schoolcase.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** Tells everybody whom it concerns what became of a task: the case's own story, the suite, the audit. */
@ApplicationScoped
class TaskNotes {

    private final Happenings happenings;
    private final Outbox outbox;
    private final Audit audit;
    private final DistrictNow district;
    private final Clock clock;

    TaskNotes(Happenings happenings, Outbox outbox, Audit audit, DistrictNow district, Clock clock) {
        this.happenings = happenings;
        this.outbox = outbox;
        this.audit = audit;
        this.district = district;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void added(CaseFile file, CaseTask task) {
        happenings.note(file, Kind.TASK_ADDED, district.today(), task.id());
        outbox.append(TaskAssigned.of(task, task.createdAt()));
        wrote("task.add", task, "kind", "text", "links", "ownerId", "dueOn");
    }

    void closed(CaseFile file, CaseTask task) {
        var done = task.state() == CaseTask.State.DONE;
        happenings.note(file, done ? Kind.TASK_DONE : Kind.TASK_CANCELLED, district.today(), task.id());
        outbox.append(TaskDone.of(task, now()));
        wrote(done ? "task.done" : "task.cancel", task, "state", "reason");
    }

    void reassigned(CaseTask task) {
        outbox.append(TaskAssigned.of(task, now()));
        wrote("task.reassign", task, "ownerId");
    }

    private void wrote(String action, CaseTask task, String... fields) {
        audit.wrote(AuditEntry.of(action, "task", task.id())
                .student(task.studentId())
                .fields(fields));
    }
}
