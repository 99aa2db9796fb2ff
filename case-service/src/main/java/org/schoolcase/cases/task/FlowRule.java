package org.schoolcase.cases.task;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.cases.happening.Kind;

/**
 * One rule of the flow, as {@code flow/tasks.yaml} has it.
 *
 * @param on what happened, that makes the task
 * @param owner role on the team that has to do it
 * @param dueBy step of law whose running deadline is the task's day; none when the task has no day
 * @param sameSubject whether there is one task for each subject, closed by what happens to the same one
 * @param closesOn what happens that shows that it was done
 */
record FlowRule(
        String id,
        Kind on,
        TaskKind task,
        String text,
        TeamMember.Role owner,
        @Nullable Step dueBy,
        boolean sameSubject,
        Set<Kind> closesOn) {

    FlowRule {
        if (!id.matches("[a-z][a-z0-9-]{2,59}")) {
            throw new IllegalArgumentException("a rule's id has small letters, digits and hyphens: " + id);
        }
        if (text.isBlank() || text.length() > 1000) {
            throw new IllegalArgumentException("a rule says what is to be done, in at most 1000 characters: " + id);
        }
        if (closesOn.contains(on)) {
            throw new IllegalArgumentException("a rule cannot close on what makes its task: " + id);
        }
        closesOn = Set.copyOf(closesOn);
    }
}
