package org.schoolcase.cases.staffprofile;

import java.util.List;
import java.util.UUID;

/** What this service reads of {@code org.schoolcase.staff.profile.v1}; fields it does not need are left out. */
record StaffState(
        UUID staffId, long version, String givenName, String familyName, List<UUID> schoolIds, boolean active) {}
