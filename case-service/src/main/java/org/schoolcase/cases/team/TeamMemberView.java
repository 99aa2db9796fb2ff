package org.schoolcase.cases.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.TeamMember;

/**
 * A member of a case's team as the API shows him.
 *
 * @param givenName absent once the district has taken the person out of its staff
 * @param familyName as the given name
 * @param to last day; absent while no end is set
 * @param current whether he is on the team today
 */
public record TeamMemberView(
        UUID id,
        UUID caseId,
        UUID staffId,
        @Nullable String givenName,
        @Nullable String familyName,
        TeamMember.Role role,
        LocalDate from,
        @Nullable LocalDate to,
        boolean current) {}
