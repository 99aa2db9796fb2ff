package org.schoolcase.cases.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.TeamMember;

/** One person in one role on a case's team, from a first to a last day. */
record Membership(
        UUID id,
        UUID caseId,
        UUID staffId,
        TeamMember.Role role,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean isOver(LocalDate today) {
        return to != null && to.isBefore(today);
    }
}
