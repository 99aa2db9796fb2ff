package org.schoolcase.students.privacy.request;

/** How a family received or inspected the record. */
public enum HandoverMethod {
    DOWNLOAD,
    IN_PERSON,
    MAIL,
    INSPECTED
}
