package org.schoolcase.students.privacy.destruction;

/** Why a record is destroyed: its period is over, or the family asked for it (34 CFR 300.624(b)). */
public enum DestructionGround {
    PERIOD_OVER,
    FAMILY_REQUEST
}
