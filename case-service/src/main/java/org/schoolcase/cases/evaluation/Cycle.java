package org.schoolcase.cases.evaluation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a student is evaluated for the first time, or again after he was found eligible. */
@Schema(name = "EvaluationCycle")
public enum Cycle {
    /** 34 CFR 300.301. */
    INITIAL,
    /** 34 CFR 300.303. */
    REEVALUATION
}
