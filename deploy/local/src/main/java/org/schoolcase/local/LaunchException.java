package org.schoolcase.local;

/** A reason why the suite cannot run that the user can do something about; its message is all that is shown. */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
