package org.schoolcase.students.enrollment;

/** Whether a student comes from the other school, or goes there. */
public enum Direction {
    IN,
    OUT
}
