package org.schoolcase.students.privacy.archive;

import java.time.LocalDate;
import java.util.UUID;

/** Which request an archive answers. */
public record Cover(UUID requestId, UUID studentId, LocalDate receivedOn, LocalDate dueOn, String citation) {}
