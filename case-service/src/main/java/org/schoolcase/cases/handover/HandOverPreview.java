package org.schoolcase.cases.handover;

import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.casefile.TeamMember;

/**
 * What a hand-over would move.
 *
 * @param cases the cases with every open duty of the person in them
 * @param fingerprint for the request itself, so that nothing moves that was not seen
 */
public record HandOverPreview(UUID fromStaffId, List<Share> cases, String fingerprint) {

    /** One case: the person's roles on its team and his open duties. */
    public record Share(UUID caseId, UUID studentId, List<TeamMember.Role> roles, List<Duty> duties) {}
}
