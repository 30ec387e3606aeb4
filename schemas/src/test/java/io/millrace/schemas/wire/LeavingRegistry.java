package io.millrace.schemas.wire;

import io.millrace.schemas.client.RegistryException;
import io.millrace.schemas.client.SchemaRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.Schema;

/** A registry that nobody answers for while it is away. */
record LeavingRegistry(SchemaRegistry there, AtomicBoolean away) implements SchemaRegistry {

    private SchemaRegistry asked() {
        if (away.get()) {
            throw new RegistryException("away");
        }
        return there;
    }

    @Override
    public int register(final String subject, final Schema schema) {
        return asked().register(subject, schema);
    }

    @Override
    public int idOf(final String subject, final Schema schema) {
        return asked().idOf(subject, schema);
    }

    @Override
    public Schema schema(final int id) {
        return asked().schema(id);
    }

    @Override
    public Latest latest(final String subject) {
        return asked().latest(subject);
    }
}
