package org.schoolcase.students.district;

import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.tenant.District;

/** What every service learns of a district: payload of {@code schoolcase.district.state}. */
record DistrictProfile(
        UUID districtId,
        String name,
        String jurisdiction,
        String timeZone,
        List<String> languages,
        String issuer,
        boolean active,
        long version) {

    static final String TOPIC = "schoolcase.district.state";
    static final String TYPE = "org.schoolcase.district.profile.v1";

    static DistrictProfile of(District district) {
        return new DistrictProfile(
                district.id(),
                district.name(),
                district.jurisdiction(),
                district.timeZone().getId(),
                district.languages(),
                district.issuer(),
                district.active(),
                district.version());
    }
}
