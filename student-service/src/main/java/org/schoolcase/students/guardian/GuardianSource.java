package org.schoolcase.students.guardian;

/** Who says that a person is a guardian of the student, and as what. */
public enum GuardianSource {
    /** The school recorded it, or changed what the roster had brought. */
    LOCAL,
    /** The roster; rights that come of it are a presumption (34 CFR 99.4). */
    ROSTER
}
