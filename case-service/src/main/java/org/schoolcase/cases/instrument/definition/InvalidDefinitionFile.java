package org.schoolcase.cases.instrument.definition;

/** A definition file that cannot be used; the message starts with file and line, and the service does not start. */
public final class InvalidDefinitionFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidDefinitionFile(String message) {
        super(message);
    }

    static InvalidDefinitionFile at(String file, int line, String message) {
        return new InvalidDefinitionFile("%s:%d: %s".formatted(file, line, message));
    }
}
