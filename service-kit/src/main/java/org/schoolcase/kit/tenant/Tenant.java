package org.schoolcase.kit.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose rows a transaction may see: those of one district, those addressed to one agency, or none. */
public record Tenant(@Nullable UUID districtId, @Nullable UUID agencyId) {

    /** Sees nothing that row-level security protects. */
    public static final Tenant NONE = new Tenant(null, null);

    /** A tenant that is one district. */
    public static Tenant district(UUID districtId) {
        return new Tenant(districtId, null);
    }

    /** A tenant that is one agency, of no district. */
    public static Tenant agency(UUID agencyId) {
        return new Tenant(null, agencyId);
    }
}
