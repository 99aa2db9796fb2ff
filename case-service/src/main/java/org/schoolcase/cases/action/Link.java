package org.schoolcase.cases.action;

/** Where an action is done: an HTTP method and an address, with {@code {name}} where the caller chooses. */
public record Link(String method, String href) {}
