package io.millrace.api.command;

/** The broker didn't confirm the command. Sent again with the same key, it does no harm. */
public final class NotTakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotTakenException(final String message, final Throwable cause) {
        super(message, cause, false, false);
    }
}
