package org.schoolcase.cases.eligibility.rule;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member of the group that determines eligibility (34 CFR 300.306(a)(1), 300.308). */
@Schema(name = "EligibilityTeamMember")
public record TeamMember(
        @NotNull Role role,

        @Schema(description = "For everybody but a parent") @Nullable
        UUID staffId,

        @Schema(description = "For a parent, who holds educational rights") @Nullable
        UUID guardianId,

        @NotNull Boolean invited,
        @NotNull Boolean attended,

        @Schema(
                description = "Whether the decision reflects the member's conclusion; needed of all who attended for a "
                        + "specific learning disability (34 CFR 300.311(b))")
        @Nullable
        Boolean agrees,

        @Schema(description = "The member's own conclusions; required of one who does not agree")
        @Size(max = 4000)
        @Nullable
        String dissent) {

    /** What the member is in the group. */
    @Schema(name = "EligibilityTeamRole")
    public enum Role {
        PARENT,
        REGULAR_TEACHER,
        SPECIAL_EDUCATION_TEACHER,
        SCHOOL_PSYCHOLOGIST,
        SPEECH_LANGUAGE_PATHOLOGIST,
        REMEDIAL_READING_TEACHER,
        RELATED_SERVICE_PROVIDER,
        NURSE,
        SOCIAL_WORKER,
        AGENCY_REPRESENTATIVE,
        OTHER_PROFESSIONAL
    }

    private static final Set<Role> DIAGNOSTICIANS =
            Set.of(Role.SCHOOL_PSYCHOLOGIST, Role.SPEECH_LANGUAGE_PATHOLOGIST, Role.REMEDIAL_READING_TEACHER);

    boolean isParent() {
        return role == Role.PARENT;
    }

    boolean attendedAs(Role wanted) {
        return attended && role == wanted;
    }

    /** Whether qualified to conduct individual diagnostic examinations (34 CFR 300.308(b)). */
    boolean isDiagnostician() {
        return DIAGNOSTICIANS.contains(role);
    }

    boolean isNamed() {
        return isParent() ? guardianId != null && staffId == null : staffId != null && guardianId == null;
    }

    boolean dissentsWithoutWords() {
        return Boolean.FALSE.equals(agrees) && (dissent == null || dissent.isBlank());
    }
}
