package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.backbone.Business;
import org.jspecify.annotations.Nullable;

/** Who comes in. The open door lets anybody, and asks for no name; one that asks refuses by throwing. */
public interface Door {

    Door OPEN = new Door() {};

    /** Who writes to this desk, if it is known. */
    default @Nullable String writer(final Context ctx, final Business business, final String desk) {
        return null;
    }

    /** Lets the reader of somebody's own page in. */
    default void reader(final Context ctx, final Business business, final String person) {
        // everybody may read
    }

    /** Lets in who watches all that happens at a desk. */
    default void watcher(final Context ctx, final Business business, final String desk) {
        // everybody may watch
    }
}
