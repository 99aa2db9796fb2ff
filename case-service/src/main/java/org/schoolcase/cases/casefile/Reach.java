package org.schoolcase.cases.casefile;

/** For what a case is wanted; each opens it to another circle of people. */
public enum Reach {
    /** The case manager of the team, coordinators, district administrators. */
    CHANGE,
    /** Those, the whole team, the school's administrators, auditors. */
    READ,
    /** Those, and guardians with educational rights. */
    READ_WITH_FAMILY
}
