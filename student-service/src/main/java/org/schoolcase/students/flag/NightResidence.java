package org.schoolcase.students.flag;

/** Where a homeless student spends the night, as EDFacts FS118 counts it. */
public enum NightResidence {
    SHELTER,
    DOUBLED_UP,
    UNSHELTERED,
    HOTEL_MOTEL
}
