package org.schoolcase.students.pull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.pull.RosterSource.ClientAuthentication;

/**
 * How to reach a student information system.
 *
 * @param baseUrl base path of its OneRoster 1.2 rostering service
 * @param clientSecret left out of a change, the secret stays as it is
 * @param intervalMinutes a quarter of an hour to a week; left out, it is pulled on demand only
 */
public record RosterSourceRequest(
        @NotBlank @Size(max = 500) @Pattern(regexp = "https?://[\\x21-\\x7e]+")
        String baseUrl,

        @NotBlank @Size(max = 500) @Pattern(regexp = "https?://[\\x21-\\x7e]+")
        String tokenUrl,

        @NotBlank @Size(max = 200) String clientId,
        @Nullable @Size(min = 1, max = 1000) String clientSecret,
        @NotNull ClientAuthentication clientAuthentication,
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 200) @Pattern(regexp = "[\\x21-\\x7e]+") String> scopes,
        @Nullable @Min(15) @Max(10080) Integer intervalMinutes,
        @NotNull Boolean active) {

    /** The secret never stands in a log. */
    @Override
    public String toString() {
        return "RosterSourceRequest[" + baseUrl + "]";
    }
}
