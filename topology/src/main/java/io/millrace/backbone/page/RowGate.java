package io.millrace.backbone.page;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Lets an event come to the rows that aren't shut, and remembers which it could not come to, and which it broke. */
final class RowGate implements Gate {

    private final Predicate<String> shut;
    private final Set<String> shutOut = new LinkedHashSet<>();
    private final Map<String, RuntimeException> broken = new LinkedHashMap<>();

    RowGate(final Predicate<String> shut) {
        this.shut = shut;
    }

    Set<String> shutOut() {
        return shutOut;
    }

    Map<String, RuntimeException> broken() {
        return broken;
    }

    @Override
    public boolean open(final String row) {
        if (shut.test(row)) {
            shutOut.add(row);
        }
        return !shutOut.contains(row) && !broken.containsKey(row);
    }

    @Override
    public void broken(final String row, final RuntimeException why) {
        broken.put(row, why);
    }
}
