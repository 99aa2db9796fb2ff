package org.schoolcase.referrals.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service as everybody may see it. */
record OfferedServiceView(
        UUID id,
        UUID agencyId,
        String name,
        String description,
        ServiceStatus status,
        List<String> needs,
        int minimumAge,
        int maximumAge,
        List<String> languages,
        @Nullable Integer capacityAvailable,
        long version) {}
