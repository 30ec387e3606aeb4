package io.millrace.schemas.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Picks the registry that a Kafka client's settings mean. The same settings get the same one, so the many serdes of
 * an application share connections and what they have learned.
 */
public final class SchemaRegistries {
    private static final String MOCK = "mock://";
    private static final Map<String, SchemaRegistry> IN_MEMORY = new ConcurrentHashMap<>();
    private static final Map<RegistrySettings, SchemaRegistry> REMOTE = new ConcurrentHashMap<>();

    private SchemaRegistries() {}

    public static SchemaRegistry of(final Map<String, ?> config) {
        final List<String> urls = RegistrySettings.urls(config);
        if (urls.getFirst().startsWith(MOCK)) {
            return mock(urls.getFirst().substring(MOCK.length()));
        }
        return REMOTE.computeIfAbsent(
                RegistrySettings.of(config), settings -> new CachedSchemaRegistry(new HttpSchemaRegistry(settings)));
    }

    /** The in-memory registry of a scope, as {@code mock://scope} finds it. */
    public static SchemaRegistry mock(final String scope) {
        return IN_MEMORY.computeIfAbsent(scope, name -> new InMemorySchemaRegistry());
    }
}
