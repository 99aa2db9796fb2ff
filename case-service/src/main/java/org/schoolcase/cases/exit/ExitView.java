package org.schoolcase.cases.exit;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An end of special education as the API shows it.
 *
 * @param exitCode EDFacts code (FS009)
 */
public record ExitView(
        UUID id,
        UUID caseId,

        @Schema(
                enumeration = {
                    "GRADUATED",
                    "ALTERNATE_DIPLOMA",
                    "CERTIFICATE",
                    "AGED_OUT",
                    "DROPPED_OUT",
                    "DIED",
                    "MOVED",
                    "NO_LONGER_ELIGIBLE",
                    "CONSENT_REVOKED"
                })
        String basis,

        String exitCode,
        LocalDate exitedOn,
        String explanation,
        ExitRequest.@Nullable Summary summary) {}
