package io.millrace.schemas.wire;

import io.millrace.schemas.client.RegistryException;
import io.millrace.schemas.client.SchemaRegistry;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** How a writer comes by the id of its schema. */
enum Registration {
    /** {@code auto.register.schemas=true}: registers what is new. */
    AUTOMATIC {
        @Override
        int id(final SchemaRegistry registry, final String subject, final Schema schema) {
            return registry.register(subject, schema);
        }
    },
    /** {@code auto.register.schemas=false}: somebody else registers, we only look it up. */
    BEFOREHAND {
        @Override
        int id(final SchemaRegistry registry, final String subject, final Schema schema) {
            return registry.idOf(subject, schema);
        }
    },
    /** {@code use.latest.version=true}: the subject's newest, which may differ in words but not in bytes. */
    LATEST {
        @Override
        int id(final SchemaRegistry registry, final String subject, final Schema schema) {
            final SchemaRegistry.Latest latest = registry.latest(subject);
            if (!form(latest.schema()).equals(form(schema))) {
                throw new RegistryException("The latest schema of subject '" + subject + "' (version "
                        + latest.version() + ") writes other bytes than our " + schema.getFullName()
                        + ": register ours there first, or unset 'use.latest.version'");
            }
            return latest.id();
        }
    };

    abstract int id(SchemaRegistry registry, String subject, Schema schema);

    private static String form(final Schema schema) {
        return SchemaNormalization.toParsingForm(schema);
    }
}
