package io.millrace.backbone.stream;

/** A sound record, but nothing that belongs where it was read. */
public final class UnfitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnfitException(final String message) {
        super(message);
    }
}
