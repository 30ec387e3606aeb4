package io.millrace.api.json;

import io.millrace.backbone.Checks.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with what was sent, field by field, up to as many as somebody would read. */
public final class Problems {

    private static final int MOST = 50;
    private static final int LONGEST = 120;

    private final List<Problem> found = new ArrayList<>();

    public void add(final String field, final String detail) {
        if (found.size() < MOST) {
            found.add(new Problem(field.length() > LONGEST ? field.substring(0, LONGEST) + "…" : field, detail));
        }
    }

    /** Of each of these, what is wrong in whichever of them: what one of them would have allowed is not called wrong. */
    public void addCommon(final List<Problems> alternatives) {
        for (final Problem problem : alternatives.getFirst().found) {
            final Set<String> details = new LinkedHashSet<>();
            final boolean common = alternatives.stream().allMatch(other -> other.tells(problem.field(), details));
            if (common && found.stream().noneMatch(it -> it.field().equals(problem.field()))) {
                add(problem.field(), String.join(", or ", details));
            }
        }
    }

    private boolean tells(final String field, final Set<String> details) {
        final List<String> told = found.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::detail)
                .toList();
        details.addAll(told);
        return !told.isEmpty();
    }

    public void orThrow() {
        if (!found.isEmpty()) {
            throw refusal();
        }
    }

    /** For where there is a problem for certain. */
    public MalformedException refusal() {
        return new MalformedException(found);
    }
}
