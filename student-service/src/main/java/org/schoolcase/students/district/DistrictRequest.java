package org.schoolcase.students.district;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.tenant.District;

/** A district as the operator registers it. */
public record DistrictRequest(
        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String name,

        @NotNull @Pattern(regexp = "US-[A-Z]{2}") String jurisdiction,
        @NotBlank @Size(max = 60) String timeZone,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Size(max = 35) @Pattern(regexp = LANGUAGE) String> languages,
        @NotBlank @Size(max = 500) String issuer,
        @Nullable Boolean active) {

    static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    /** The district; 422 {@code district.invalid} if the zone or the issuer is none. */
    District toDistrict(UUID id, long version) {
        return new District(
                id,
                name.strip(),
                jurisdiction,
                zone(),
                List.copyOf(languages),
                checkedIssuer(),
                !Boolean.FALSE.equals(active),
                version);
    }

    private ZoneId zone() {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw invalid(
                    "/timeZone", "time-zone.unknown", "Not a zone of the IANA database, such as America/Phoenix.");
        }
        return ZoneId.of(timeZone);
    }

    private String checkedIssuer() {
        if (!isPlainUrl(issuer)) {
            throw invalid(
                    "/issuer", "issuer.invalid", "An http or https URL without user, query and fragment is needed.");
        }
        return issuer;
    }

    private static boolean isPlainUrl(String text) {
        try {
            var uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private static ProblemException invalid(String pointer, String code, String detail) {
        return ProblemException.unprocessable("district.invalid", "The district cannot be registered like this.")
                .field(pointer, code, detail);
    }
}
