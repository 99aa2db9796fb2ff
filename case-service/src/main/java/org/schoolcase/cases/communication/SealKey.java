package org.schoolcase.cases.communication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.sql.Query;

/** Who may read what is sealed: coordinators, and who manages the case now; no other member, administrator or auditor. */
@ApplicationScoped
public class SealKey {

    private final CurrentUser user;
    private final DistrictNow district;

    SealKey(CurrentUser user, DistrictNow district) {
        this.user = user;
        this.district = district;
    }

    /** A condition on a column that holds the id of a case: true where the caller has the key. */
    public Query ofCase(String column) {
        if (user.has(Role.COORDINATOR)) {
            return Query.of("true");
        }
        var staff = user.staffId();
        if (!user.has(Role.CASE_MANAGER) || staff.isEmpty()) {
            return Query.of("false");
        }
        var today = district.today();
        return managedBy(column, staff.get(), today);
    }

    private static Query managedBy(String column, UUID staff, Object today) {
        return Query.of(
                "EXISTS (SELECT 1 FROM case_team_member k WHERE k.case_id = " + column
                        + " AND k.staff_id = ? AND k.role = 'CASE_MANAGER'"
                        + " AND k.from_on <= ? AND (k.to_on IS NULL OR k.to_on >= ?))",
                staff,
                today,
                today);
    }
}
