package io.millrace.backbone.desk;

/** A sound record, but no command for the desk it was sent to. */
final class UnfitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitException(final String message) {
        super(message);
    }
}
