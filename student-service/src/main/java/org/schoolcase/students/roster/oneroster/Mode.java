package org.schoolcase.students.roster.oneroster;

/** What a file of a package holds: everything there is, or what changed. */
public enum Mode {
    BULK,
    DELTA
}
