package org.schoolcase.cases.caseload.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The district's policy as the API shows it; version 0 says that none was set. */
public record PolicyView(CaseloadPolicy policy, @Nullable Instant writtenAt, long version) {}
