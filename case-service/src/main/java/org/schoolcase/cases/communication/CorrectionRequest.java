package org.schoolcase.cases.communication;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The entry as it should have been, and why; the first one stays. */
record CorrectionRequest(
        @NotBlank @Size(max = 1000) String reason,
        @Valid @NotNull CommunicationRequest entry) {

    static final String EXAMPLE = """
            {"reason": "The call was on Tuesday, not on Monday.", "entry": {"with": {"guardianId":
             "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10"}, "at": "2026-09-15T16:30:00-07:00", "means": "CALL",
             "direction": "OUTGOING", "purpose": "CONSENT_REQUEST", "language": "es", "outcome": "LEFT_MESSAGE",
             "summary": "Asked to call back about the consent form sent on Friday."}}""";
}
