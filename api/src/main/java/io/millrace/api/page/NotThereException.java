package io.millrace.api.page;

/** A page can't be read at the moment: it moves, is restored, or hasn't got what was asked for yet. */
public final class NotThereException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotThereException(final String message) {
        super(message, null, false, false);
    }
}
