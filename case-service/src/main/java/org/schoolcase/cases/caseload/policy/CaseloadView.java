package org.schoolcase.cases.caseload.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.TeamMember;

/**
 * What one member of staff carries in a role.
 *
 * @param givenName absent when the district no longer tells of him
 * @param familyName as the given name
 * @param cases open cases
 * @param weight by the district's policy; absent while it sets no weights
 * @param caps the caps of the role against what he carries; none while the district sets none
 */
public record CaseloadView(
        UUID staffId,
        @Nullable String givenName,
        @Nullable String familyName,
        TeamMember.Role role,
        int cases,
        @Nullable BigDecimal weight,
        List<AgainstCap> caps) {

    /**
     * One cap against the load.
     *
     * @param over whether he carries more than the district allows
     * @param citation where the district set the cap
     */
    public record AgainstCap(
            CaseloadPolicy.@Nullable SchoolLevel schoolLevel,
            CaseloadPolicy.Measure measure,
            BigDecimal load,
            BigDecimal most,
            boolean over,
            String citation) {}
}
