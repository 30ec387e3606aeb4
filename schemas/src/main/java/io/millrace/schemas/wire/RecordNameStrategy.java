package io.millrace.schemas.wire;

import org.apache.avro.Schema;

/** One subject per record type, whatever topic it travels in: changelogs and repartition topics need no subject each. */
public final class RecordNameStrategy implements SubjectNameStrategy {

    @Override
    public String subject(final String topic, final boolean isKey, final Schema schema) {
        return schema.getFullName();
    }
}
