package io.millrace.api.http;

/** Ends a request with a problem; told to the caller in one place. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient HttpProblem problem;

    public RefusedException(final HttpProblem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public RefusedException(final int status, final String code, final String detail) {
        this(HttpProblem.of(status, code, detail));
    }

    public HttpProblem problem() {
        return problem;
    }
}
