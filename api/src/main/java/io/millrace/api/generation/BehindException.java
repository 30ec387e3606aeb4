package io.millrace.api.generation;

/** A generation is not as far yet as the one that is shown. */
public final class BehindException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BehindException(final String desk, final long has, final long needs) {
        super("It is not as far as what is shown: of " + desk + " it has " + has + " of " + needs + " events.");
    }
}
