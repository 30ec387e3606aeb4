package io.millrace.backbone.stream;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.internals.OffsetCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * A windowed store without two faults of Kafka Streams 4.3.1, which show where stores are exactly-once. One that fails
 * to open after a kill is closed, so that Streams can wipe it and open it anew: else the segment that failed is taken for
 * open, and ends the stream thread. And one that nothing was ever written to says so: it has no segment to keep its
 * place in, and Streams took its whole task for corrupted at every start.
 */
final class MendedWindows {

    private MendedWindows() {}

    static WindowBytesStoreSupplier of(final WindowBytesStoreSupplier stores) {
        return (WindowBytesStoreSupplier) proxy(WindowBytesStoreSupplier.class, (method, arguments) -> {
            final Object it = invoked(stores, method, arguments);
            return it instanceof WindowStore<?, ?> store ? mended(store) : it;
        });
    }

    private static Object mended(final WindowStore<?, ?> store) {
        return proxy(WindowStore.class, (method, arguments) -> {
            try {
                final Object it = invoked(store, method, arguments);
                return it == null && method.getName().equals("committedOffset") && isEmpty(store)
                        ? Long.valueOf(OffsetCheckpoint.OFFSET_UNKNOWN)
                        : it;
            } catch (final RuntimeException e) {
                if (method.getName().equals("init")) {
                    store.close();
                }
                throw e;
            }
        });
    }

    private static boolean isEmpty(final WindowStore<?, ?> store) {
        try (KeyValueIterator<?, ?> all = store.all()) {
            return !all.hasNext();
        }
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    /** Not written by hand, because that would answer what Streams asks of later versions by default. */
    private static Object proxy(final Class<?> type, final Call call) {
        return Proxy.newProxyInstance(
                MendedWindows.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call.on(method, arguments));
    }

    private static @Nullable Object invoked(
            final Object target, final Method method, final Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (final InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
