package org.schoolcase.cases.casefile;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom a case is open as family alone: he reads what is finished (34 CFR 300.501(a), 300.613).
 *
 * @param guardianId who he is among the guardians; null for the adult student who holds the rights himself (34 CFR 300.520)
 */
public record Family(@Nullable UUID guardianId) {

    /** Whether it is he who was asked, signed or was given something; null stands for the adult student. */
    public boolean is(@Nullable UUID person) {
        return Objects.equals(guardianId, person);
    }
}
