package io.millrace.schemas.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** A registry for tests: no network, no compatibility check, gone with the JVM. */
public final class InMemorySchemaRegistry implements SchemaRegistry {
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new HashMap<>();

    @Override
    public synchronized int register(final String subject, final Schema schema) {
        final int known = schemas.indexOf(schema);
        if (known < 0) {
            schemas.add(schema);
        }
        final int id = known < 0 ? schemas.size() : known + 1;
        final List<Integer> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    @Override
    public synchronized int idOf(final String subject, final Schema schema) {
        final int id = schemas.indexOf(schema) + 1;
        if (!versions(subject).contains(id)) {
            throw new UnknownSchemaException(
                    "Subject '" + subject + "' has no schema like the given " + schema.getFullName());
        }
        return id;
    }

    @Override
    public synchronized Schema schema(final int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaException("No schema has the id " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized Latest latest(final String subject) {
        final List<Integer> versions = versions(subject);
        final int id = versions.getLast();
        return new Latest(id, versions.size(), schema(id));
    }

    private List<Integer> versions(final String subject) {
        final List<Integer> versions = subjects.get(subject);
        if (versions == null) {
            throw new UnknownSchemaException("No schema is registered under subject '" + subject + "'");
        }
        return versions;
    }
}
