package org.schoolcase.students.courtorder;

/** Which custody a guardian was given; the authority to decide on education is recorded apart, as a right. */
public enum Custody {
    SOLE,
    JOINT,
    SOLE_LEGAL,
    JOINT_LEGAL,
    SOLE_PHYSICAL,
    JOINT_PHYSICAL
}
