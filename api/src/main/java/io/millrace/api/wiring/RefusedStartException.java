package io.millrace.api.wiring;

/** The process must not run like this; the message says what was found, what was expected, and what to do. */
public final class RefusedStartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RefusedStartException(final String message) {
        super(message);
    }

    public RefusedStartException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
