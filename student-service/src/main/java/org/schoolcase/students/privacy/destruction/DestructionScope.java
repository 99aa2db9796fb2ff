package org.schoolcase.students.privacy.destruction;

import java.util.List;
import org.schoolcase.students.privacy.retention.RecordKind;

/** How much is destroyed: all but what 34 CFR 300.624(b) lets stay for ever, or all. */
public enum DestructionScope {
    SUPPORT_RECORD,
    WHOLE_RECORD;

    private static final List<RecordKind> SUPPORT = List.of(
            RecordKind.SPECIAL_EDUCATION, RecordKind.STUDENT_SUPPORT, RecordKind.REFERRALS, RecordKind.MESSAGES);
    private static final List<RecordKind> WHOLE = List.of(
            RecordKind.SPECIAL_EDUCATION,
            RecordKind.STUDENT_SUPPORT,
            RecordKind.REFERRALS,
            RecordKind.MESSAGES,
            RecordKind.PERMANENT_RECORD);

    /** The kinds whose periods must have been set, and be over. */
    List<RecordKind> kinds() {
        return this == WHOLE_RECORD ? WHOLE : SUPPORT;
    }
}
