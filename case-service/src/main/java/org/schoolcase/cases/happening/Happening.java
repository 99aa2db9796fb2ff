package org.schoolcase.cases.happening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that happened in a case; also the CDI event that tells of it inside the transaction that records it.
 *
 * @param on civil date of the district on which it happened
 * @param subjectId the consent, decision, note or other thing it is about
 * @param sealed whether most readers learn that it happened, and not what
 */
public record Happening(
        UUID id,
        UUID caseId,
        UUID studentId,
        Kind kind,
        LocalDate on,
        Instant recordedAt,
        UUID subjectId,
        boolean sealed) {}
