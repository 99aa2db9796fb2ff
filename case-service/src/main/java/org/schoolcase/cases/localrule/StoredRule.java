package org.schoolcase.cases.localrule;

import java.time.Instant;
import org.schoolcase.cases.deadline.LocalPolicy.Mode;

/**
 * A district's own rule as the API shows it.
 *
 * @param rule as its editor wrote it, in YAML
 * @param active false for one that was withdrawn; it stays readable
 */
public record StoredRule(
        String id,
        Mode mode,
        String step,
        String rule,
        String citation,
        String reason,
        boolean active,
        Instant writtenAt,
        long version) {}
