package org.schoolcase.students.privacy.retention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of record: what the law says, what the district has set, and whether it may be destroyed at all. */
public record RetentionView(
        RecordKind kind,
        List<LawOfRetention> law,
        @Nullable RetentionRuleView inForce,
        List<RetentionRuleView> rules,
        boolean destructible) {}
