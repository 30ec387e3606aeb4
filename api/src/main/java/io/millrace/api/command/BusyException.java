package io.millrace.api.command;

/** There is no room: nothing was taken. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BusyException(final String message) {
        super(message, null, false, false);
    }
}
