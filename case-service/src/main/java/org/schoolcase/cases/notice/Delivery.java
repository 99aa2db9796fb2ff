package org.schoolcase.cases.notice;

/** How a notice or a plan reached its recipients; electronically where the parent chose so (34 CFR 300.505). */
public enum Delivery {
    IN_PERSON,
    MAIL,
    ELECTRONIC
}
