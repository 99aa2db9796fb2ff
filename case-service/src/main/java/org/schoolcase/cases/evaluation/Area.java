package org.schoolcase.cases.evaluation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An area in which a disability may be suspected (34 CFR 300.304(c)(4)). */
@Schema(name = "EvaluationArea")
public enum Area {
    HEALTH,
    VISION,
    HEARING,
    SOCIAL_EMOTIONAL,
    GENERAL_INTELLIGENCE,
    ACADEMIC,
    COMMUNICATION,
    MOTOR,
    ADAPTIVE_BEHAVIOR,
    FUNCTIONAL_BEHAVIOR,
    ASSISTIVE_TECHNOLOGY,
    TRANSITION
}
