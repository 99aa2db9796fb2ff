package org.schoolcase.cases.eligibility.rule;

/** What keeps a determination from being recorded, where in the request, and where law says so. */
public record Refusal(String code, String pointer, String detail, String citation) {}
