package org.schoolcase.cases.casefile;

/** For what a case is wanted; each opens it to another circle of people. */
public enum Reach {
    /** The case manager of the team, coordinators, district administrators. */
    CHANGE,
    /** Those, and who on the team is to assess by a plan of an evaluation that has no report yet. */
    ASSESS,
    /** Those, and who on the team fills in a draft of an assessment. */
    FILL_IN,
    /** Those of CHANGE, the administrators of the student's school, auditors; who works on the team beside only works. */
    OVERSEE,
    /** Those of CHANGE, the whole team, the school's administrators, auditors. */
    READ,
    /** Those, guardians with educational rights whom no order bars, and the adult student who holds the rights himself. */
    READ_WITH_FAMILY;

    /** Whether it is only for reading. */
    boolean reads() {
        return this == OVERSEE || isOfWholeTeam();
    }

    /** Whether it takes in every member of the team. */
    boolean isOfWholeTeam() {
        return this == READ || this == READ_WITH_FAMILY;
    }
}
