package org.schoolcase.referrals.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator publishes of one service of an agency (HSDS service). */
record OfferedServiceRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Size(max = 2000) String description,
        @NotNull ServiceStatus status,
        @NotEmpty @Size(max = 50) List<@NotNull @Size(max = 60) @Pattern(regexp = NEED) String> needs,
        @Min(0) @Max(130) int minimumAge,
        @Min(0) @Max(130) int maximumAge,

        @NotEmpty @Size(max = 50)
        List<@NotNull @Size(max = 35) @Pattern(regexp = AgencyRequest.LANGUAGE) String> languages,

        @Min(0) @Max(100_000) @Nullable Integer capacityAvailable) {

    /** The shape of a need's code, such as {@code speech-therapy}. */
    static final String NEED = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
}
