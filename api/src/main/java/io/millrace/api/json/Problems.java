package io.millrace.api.json;

import io.millrace.backbone.Checks.Problem;
import java.util.ArrayList;
import java.util.List;

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

    public void orThrow() {
        if (!found.isEmpty()) {
            throw new MalformedException(found);
        }
    }
}
