package io.millrace.schemas.client;

import org.apache.avro.Schema;

/**
 * Gives every schema a number, so that a record carries four bytes instead of its schema. What an implementation has
 * answered once it may remember: an id never changes its meaning.
 */
public interface SchemaRegistry {

    /** The schema's id, which it gets now if it hasn't one under this subject yet. */
    int register(String subject, Schema schema);

    /** The id of a schema that is registered under this subject already. */
    int idOf(String subject, Schema schema);

    /** The schema behind an id that a record carried. */
    Schema schema(int id);

    /** What is registered last under this subject at this moment. */
    Latest latest(String subject);

    /** A subject's newest version. */
    record Latest(int id, int version, Schema schema) {}
}
