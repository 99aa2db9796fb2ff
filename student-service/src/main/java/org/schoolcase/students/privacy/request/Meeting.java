package org.schoolcase.students.privacy.request;

/** What a request to inspect must be answered before, 34 CFR 300.613(a). */
public enum Meeting {
    IEP_MEETING,
    DUE_PROCESS_HEARING,
    RESOLUTION_SESSION
}
