package org.schoolcase.students.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.kit.problem.ProblemException;

@NullMarked
class DistrictRequestTest {

    private static final UUID ID = UUID.fromString("11111111-0000-4000-8000-000000000001");

    @Test
    void isActiveUnlessSaidOtherwise() {
        var district =
                request("America/Phoenix", "https://id.example.org/realms/a").toDistrict(ID, 3);

        assertThat(district.active()).isTrue();
        assertThat(district.timeZone()).isEqualTo(ZoneId.of("America/Phoenix"));
        assertThat(district.version()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+07:00", "Arizona", "America/phoenix", "GMT+25"})
    void refusesWhatIsNoZone(String zone) {
        refuses(request(zone, "https://id.example.org/realms/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@id.example.org/realms/a",
                "ftp://id.example.org/realms/a",
                "id.example.org/realms/a",
                "https:///realms/a",
                "https://id.example.org/realms/a?x=1",
                "https://id.example.org/realms/a#b",
                "https://id example.org"
            })
    void refusesWhatIsNoPlainUrl(String issuer) {
        refuses(request("America/Phoenix", issuer));
    }

    private static void refuses(DistrictRequest request) {
        assertThatThrownBy(() -> request.toDistrict(ID, 0)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.code()).isEqualTo("district.invalid");
        });
    }

    private static DistrictRequest request(String zone, String issuer) {
        return new DistrictRequest("Canyon", "US-AZ", zone, List.of("en"), issuer, null);
    }
}
