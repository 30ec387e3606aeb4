package io.millrace.api.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values that were of use last, and no more of them than fit: whoever makes up names can't fill the memory. */
final class Bounded<T> {

    static final int MOST = 10_000;

    private final Map<String, T> values = new LinkedHashMap<>(16, 0.75f, true);

    synchronized Optional<T> get(final String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** What it is then. */
    synchronized T change(final String name, final Function<@Nullable T, T> change) {
        final T changed = change.apply(values.get(name));
        values.put(name, changed);
        if (values.size() > MOST) {
            values.remove(values.keySet().iterator().next());
        }
        return changed;
    }

    synchronized void remove(final String name) {
        values.remove(name);
    }

    synchronized int size() {
        return values.size();
    }
}
