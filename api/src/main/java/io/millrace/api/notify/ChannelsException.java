package io.millrace.api.notify;

/** The file that says how notices go is not right; the message says which line, and what it may be. */
public final class ChannelsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChannelsException(final String message) {
        super(message);
    }
}
