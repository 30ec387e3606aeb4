package io.millrace.api.notify;

/** A notice that could not be brought to where it was to go, however often it was tried. */
final class UndeliverableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UndeliverableException(final String reason) {
        super(reason, null, false, false);
    }
}
