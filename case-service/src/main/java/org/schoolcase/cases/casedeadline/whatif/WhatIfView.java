package org.schoolcase.cases.casedeadline.whatif;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.Step;

/** What would be due under the supposition, beside what is. */
public record WhatIfView(String jurisdiction, List<StepView> steps) {

    /**
     * One step.
     *
     * @param now the answer with the case's own facts; absent without a case
     * @param then the answer under the supposition
     * @param moves whether the date is another one
     * @param days by how many days it is later; negative when it is earlier, absent when there are not two dates
     */
    public record StepView(
            Step step,
            @Nullable AnswerView now,
            AnswerView then,
            boolean moves,
            @Nullable Integer days) {}
}
