package org.schoolcase.cases.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.casefile.TeamMember;

/**
 * A case that was handed over, with all that went along.
 *
 * @param roles the roles on the team that the one had and the other has now
 * @param handedOn first day of the new member; the old one is off the team
 */
public record HandOverView(
        UUID id,
        UUID caseId,
        UUID studentId,
        UUID fromStaffId,
        UUID toStaffId,
        List<TeamMember.Role> roles,
        LocalDate handedOn,
        String reason,
        List<Duty> duties) {}
