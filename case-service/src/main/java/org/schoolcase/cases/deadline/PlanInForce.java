package org.schoolcase.cases.deadline;

import java.time.LocalDate;

/** From when to when a plan is in force, both days included. */
public record PlanInForce(LocalDate from, LocalDate to) {

    /** Whether the plan must hold what is due by a day, such as transition content by the birthday (34 CFR 300.320(b)). */
    public boolean mustHold(LocalDate dueOn) {
        return !dueOn.isAfter(to);
    }
}
