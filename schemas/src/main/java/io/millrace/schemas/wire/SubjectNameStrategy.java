package io.millrace.schemas.wire;

import org.apache.avro.Schema;

/** Under which subject of the registry a record's schema stands. */
@FunctionalInterface
public interface SubjectNameStrategy {

    String subject(String topic, boolean isKey, Schema schema);
}
