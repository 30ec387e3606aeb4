package io.millrace.infra.pages;

import tools.jackson.databind.JsonNode;

/** An instance said no, and why. */
public final class RefusedByInstanceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient JsonNode problem;

    RefusedByInstanceException(final int status, final JsonNode problem) {
        super(problem.path("detail").asString(Integer.toString(status)));
        this.problem = problem;
    }

    /** As it was told. */
    public JsonNode problem() {
        return problem;
    }
}
