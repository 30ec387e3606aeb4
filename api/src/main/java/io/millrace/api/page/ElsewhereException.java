package io.millrace.api.page;

/** The page is not here, but may be there. */
public final class ElsewhereException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Homes homes;

    ElsewhereException(final Homes homes) {
        super("the page is at " + homes, null, false, false);
        this.homes = homes;
    }

    public Homes homes() {
        return homes;
    }
}
