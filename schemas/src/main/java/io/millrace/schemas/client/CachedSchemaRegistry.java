package io.millrace.schemas.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Asks once and remembers. Failures are not remembered, and neither is what is latest: both may change. */
final class CachedSchemaRegistry implements SchemaRegistry {
    private final SchemaRegistry registry;
    private final Map<Named, Integer> registered = new ConcurrentHashMap<>();
    private final Map<Named, Integer> known = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    CachedSchemaRegistry(final SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public int register(final String subject, final Schema schema) {
        return registered.computeIfAbsent(
                new Named(subject, schema), it -> registry.register(it.subject(), it.schema()));
    }

    @Override
    public int idOf(final String subject, final Schema schema) {
        return known.computeIfAbsent(new Named(subject, schema), it -> registry.idOf(it.subject(), it.schema()));
    }

    @Override
    public Schema schema(final int id) {
        return schemas.computeIfAbsent(id, registry::schema);
    }

    @Override
    public Latest latest(final String subject) {
        return registry.latest(subject);
    }

    private record Named(String subject, Schema schema) {}
}
