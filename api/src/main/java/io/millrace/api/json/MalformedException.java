package io.millrace.api.json;

import io.millrace.backbone.Checks.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What was sent is not what is asked for; every field that is wrong is named. */
public final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public MalformedException(final List<Problem> problems) {
        super(
                problems.stream().map(p -> p.field() + " " + p.detail()).collect(Collectors.joining("; ")),
                null,
                false,
                false);
        this.problems = List.copyOf(problems);
    }

    public MalformedException(final String field, final String detail) {
        this(List.of(new Problem(field, detail)));
    }

    /** The whole of it is wrong, so that there is no field to name. */
    public MalformedException(final String detail) {
        super(detail, null, false, false);
        this.problems = List.of();
    }

    public List<Problem> problems() {
        return problems;
    }
}
