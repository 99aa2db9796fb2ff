package org.schoolcase.students.rights;

/** What an authority does for a person: a court may also withhold the rights. */
public enum RightsEffect {
    GRANTED,
    WITHHELD
}
