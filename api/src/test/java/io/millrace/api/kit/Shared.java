package io.millrace.api.kit;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** What all tests of one virtual machine share: started by the first of them that asks, stopped after the last. */
public final class Shared {

    private Shared() {}

    public static <T extends AutoCloseable> T of(
            final ExtensionContext context, final Object name, final Class<T> type, final Supplier<T> start) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.GLOBAL)
                .computeIfAbsent(name, _ -> start.get(), type);
    }
}
