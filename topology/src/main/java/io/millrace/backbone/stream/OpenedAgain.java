package io.millrace.backbone.stream;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * A windowed store that is closed when it fails to open, so that it can be opened again. After a kill Streams finds that
 * what an exactly-once store holds can't be trusted, wipes it and opens it anew; but a segment that failed to open stays
 * in the store's list, is taken for open, and ends the stream thread (seen on 4.3.1).
 */
final class OpenedAgain implements WindowBytesStoreSupplier {

    private final WindowBytesStoreSupplier stores;

    OpenedAgain(final WindowBytesStoreSupplier stores) {
        this.stores = stores;
    }

    @Override
    @SuppressWarnings("unchecked")
    public WindowStore<Bytes, byte[]> get() {
        final WindowStore<Bytes, byte[]> store = stores.get();
        // a proxy, because a store written by hand would answer what Streams asks of later versions by default
        return (WindowStore<Bytes, byte[]>) Proxy.newProxyInstance(
                OpenedAgain.class.getClassLoader(),
                new Class<?>[] {WindowStore.class},
                (_, method, arguments) -> call(store, method, arguments));
    }

    private static @Nullable Object call(
            final WindowStore<Bytes, byte[]> store, final Method method, final Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (final InvocationTargetException e) {
            if (method.getName().equals("init")) {
                store.close();
            }
            throw e.getTargetException();
        }
    }

    @Override
    public String name() {
        return stores.name();
    }

    @Override
    public String metricsScope() {
        return stores.metricsScope();
    }

    @Override
    public long segmentIntervalMs() {
        return stores.segmentIntervalMs();
    }

    @Override
    public long windowSize() {
        return stores.windowSize();
    }

    @Override
    public boolean retainDuplicates() {
        return stores.retainDuplicates();
    }

    @Override
    public long retentionPeriod() {
        return stores.retentionPeriod();
    }
}
