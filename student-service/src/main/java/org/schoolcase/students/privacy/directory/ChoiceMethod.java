package org.schoolcase.students.privacy.directory;

/** How a family told its decision. */
public enum ChoiceMethod {
    WRITTEN,
    ELECTRONIC
}
