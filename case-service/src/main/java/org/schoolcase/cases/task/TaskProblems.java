package org.schoolcase.cases.task;

import org.schoolcase.kit.problem.ProblemException;

/** The refusals of changes of tasks. */
final class TaskProblems {

    private TaskProblems() {}

    static ProblemException ownerUnfit() {
        var detail = "The owner is on the case's team now, and stays on it until the task is due.";
        return ProblemException.unprocessable("task.owner-not-on-team", detail)
                .field("/ownerId", "task.owner-not-on-team", detail);
    }

    static ProblemException dueInPast() {
        var detail = "A new task is due today or later.";
        return ProblemException.unprocessable("task.due-in-past", detail).field("/dueOn", "in-past", detail);
    }

    static ProblemException closedAlready() {
        return ProblemException.conflict("task.closed", "The task is done or cancelled already.");
    }
}
