package org.schoolcase.cases.casefile;

/** What stands between a student and learning. */
public enum Barrier {
    ACADEMIC,
    BEHAVIOR,
    ATTENDANCE,
    SOCIAL_EMOTIONAL,
    HEALTH,
    FAMILY
}
