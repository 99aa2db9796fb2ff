package org.schoolcase.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Use case: a task is given to somebody on the case's team by hand. */
@ApplicationScoped
class AddTask {

    sealed interface Outcome {
        record Added(CaseTask task) implements Outcome {}

        record OwnerUnfit() implements Outcome {}

        record DueInPast() implements Outcome {}
    }

    private final TaskGround ground;
    private final AddTaskAction action;
    private final CaseTasks tasks;
    private final TaskNotes notes;

    AddTask(TaskGround ground, AddTaskAction action, CaseTasks tasks, TaskNotes notes) {
        this.ground = ground;
        this.action = action;
        this.tasks = tasks;
        this.notes = notes;
    }

    @Transactional
    Outcome handle(UUID caseId, CaseTask.Order order) {
        var file = ground.openFor(action, caseId);
        if (order.dueOn() != null && order.dueOn().isBefore(ground.today())) {
            return new Outcome.DueInPast();
        }
        if (!ground.mayOwn(caseId, order.ownerId(), order.dueOn())) {
            return new Outcome.OwnerUnfit();
        }
        var task = CaseTask.byHand(caseId, file.studentId(), order, notes.now());
        tasks.add(task);
        notes.added(file, task);
        return new Outcome.Added(task);
    }
}
