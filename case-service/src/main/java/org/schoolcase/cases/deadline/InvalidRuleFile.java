package org.schoolcase.cases.deadline;

/** A rule file that cannot be used; the message starts with the file and the line, and the service does not start. */
public final class InvalidRuleFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRuleFile(String file, int line, String message) {
        super("%s:%d: %s".formatted(file, line, message));
    }
}
