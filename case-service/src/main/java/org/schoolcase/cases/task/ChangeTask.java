package org.schoolcase.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.ETags;

/** Use cases: a task is done by its owner or the case manager; the case manager cancels it or gives it to another. */
@ApplicationScoped
class ChangeTask {

    sealed interface Outcome {
        record Changed(CaseTask task) implements Outcome {}

        record ClosedAlready() implements Outcome {}

        record OwnerUnfit() implements Outcome {}
    }

    private final TaskDesk desk;
    private final TaskGround ground;
    private final TaskNotes notes;

    ChangeTask(TaskDesk desk, TaskGround ground, TaskNotes notes) {
        this.desk = desk;
        this.ground = ground;
        this.notes = notes;
    }

    @Transactional
    Outcome finish(UUID taskId, @Nullable String ifMatch, @Nullable String result) {
        var taken = desk.takeAsOwner(taskId);
        var task = taken.task();
        ETags.requireMatch(ifMatch, task.version());
        if (!task.isOpen()) {
            return new Outcome.ClosedAlready();
        }
        task.finish(desk.me(), result, notes.now());
        notes.closed(taken.file(), task);
        return desk.written(task);
    }

    @Transactional
    Outcome cancel(UUID taskId, @Nullable String ifMatch, String reason) {
        var taken = desk.takeAsManager(taskId);
        var task = taken.task();
        ETags.requireMatch(ifMatch, task.version());
        if (!task.isOpen()) {
            return new Outcome.ClosedAlready();
        }
        task.cancel(desk.me(), reason, notes.now());
        notes.closed(taken.file(), task);
        return desk.written(task);
    }

    @Transactional
    Outcome giveTo(UUID taskId, @Nullable String ifMatch, UUID owner) {
        var task = desk.takeAsManager(taskId).task();
        ETags.requireMatch(ifMatch, task.version());
        if (!task.isOpen()) {
            return new Outcome.ClosedAlready();
        }
        if (!ground.mayOwn(task.caseId(), owner, task.dueOn())) {
            return new Outcome.OwnerUnfit();
        }
        task.giveTo(owner);
        notes.reassigned(task);
        return desk.written(task);
    }
}
