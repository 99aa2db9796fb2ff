package org.schoolcase.students.privacy.destruction;

/** How the family was informed. */
public enum NoticeMethod {
    MAIL,
    EMAIL,
    IN_PERSON,
    PUBLICATION
}
