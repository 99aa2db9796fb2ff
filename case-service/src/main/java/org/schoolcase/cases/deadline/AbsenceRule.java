package org.schoolcase.cases.deadline;

/** Absences of the student that lengthen a limit: from a number on, all of them or those from that number. */
record AbsenceRule(int atLeast, boolean all) {

    int added(int absences) {
        if (absences < atLeast) {
            return 0;
        }
        return all ? absences : absences - atLeast + 1;
    }
}
