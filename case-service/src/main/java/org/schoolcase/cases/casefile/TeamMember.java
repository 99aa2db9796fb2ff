package org.schoolcase.cases.casefile;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works on a case.
 *
 * @param to last day on the team; null while no end is set
 */
public record TeamMember(
        UUID staffId, Role role, LocalDate from, @Nullable LocalDate to) {

    /** What the member does for the case. */
    public enum Role {
        CASE_MANAGER,
        SERVICE_PROVIDER,
        TEACHER,
        PSYCHOLOGIST,
        SPEECH_THERAPIST,
        NURSE,
        ADMINISTRATOR,
        MEMBER
    }
}
