package org.schoolcase.local;

import java.util.concurrent.CompletionException;

/** A reason why the suite cannot run that the user can do something about; its message is all that is shown. */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The reason behind a failure of a part that was started beside others. */
    static LaunchException of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof LaunchException known ? known : new LaunchException(cause.toString(), cause);
    }
}
