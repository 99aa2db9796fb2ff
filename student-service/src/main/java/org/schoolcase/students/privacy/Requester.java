package org.schoolcase.students.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who exercises a right: a guardian, or the adult student himself where it is null. */
public record Requester(@Nullable UUID guardianId) {}
