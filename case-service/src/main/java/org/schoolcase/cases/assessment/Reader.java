package org.schoolcase.cases.assessment;

import java.util.UUID;

/** With whose eyes assessments of a case are read. */
sealed interface Reader {

    /** Who manages the case or oversees it: everything. */
    record OfStaff() implements Reader {}

    /** Who works on the team beside: what is final, and his own; the secret items of tests that he gave or took over. */
    record OfTeam(UUID staffId) implements Reader {}

    /** A parent or the adult student: what is final, without the secret items of tests. */
    record OfFamily() implements Reader {}

    /** Whether it is there for the reader. */
    default boolean sees(Assessment it) {
        return switch (this) {
            case OfStaff() -> true;
            case OfTeam(var me) -> !it.isDraft() || me.equals(it.keeper());
            case OfFamily() -> !it.isDraft();
        };
    }
}
