package org.schoolcase.referrals.directory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The status of a service in the words of HSDS 3. */
enum ServiceStatus {
    ACTIVE("active"),
    INACTIVE("inactive"),
    DEFUNCT("defunct"),
    TEMPORARILY_CLOSED("temporarily closed");

    private final String code;

    ServiceStatus(String code) {
        this.code = code;
    }

    static ServiceStatus of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No HSDS status: " + code));
    }

    @JsonValue
    String code() {
        return code;
    }
}
