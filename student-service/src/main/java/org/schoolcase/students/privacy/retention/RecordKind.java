package org.schoolcase.students.privacy.retention;

/** Kinds of records that are kept for a time of their own. */
public enum RecordKind {
    SPECIAL_EDUCATION,
    STUDENT_SUPPORT,
    REFERRALS,
    MESSAGES,
    PERMANENT_RECORD,
    DISCLOSURE_LOG,
    STATEMENTS
}
