package io.millrace.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was let in with a command. {@code own}: only if what it is about names them in one of these fields, which its
 * desk alone can tell for certain; none: without that.
 */
public record Pass(@Nullable String actor, List<String> own) {

    public static final Pass NAMELESS = new Pass(null, List.of());

    public static Pass of(final Visitor visitor) {
        return new Pass(visitor.id(), List.of());
    }
}
