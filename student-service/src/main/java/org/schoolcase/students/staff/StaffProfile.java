package org.schoolcase.students.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other services learn of a member of staff: payload of {@code schoolcase.staff.state}, as the view staff_profile_json builds it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffProfile(
        UUID staffId,
        long version,
        String givenName,
        String familyName,
        @Nullable String email,
        String language,
        List<UUID> schoolIds,
        List<String> roles,
        boolean active) {

    public static final String TOPIC = "schoolcase.staff.state";
    public static final String TYPE = "org.schoolcase.staff.profile.v1";
}
