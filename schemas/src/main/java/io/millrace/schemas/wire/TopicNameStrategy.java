package io.millrace.schemas.wire;

import org.apache.avro.Schema;

/** One subject per topic and side: {@code cafe.journal-value}. What tools look for first. */
public final class TopicNameStrategy implements SubjectNameStrategy {

    @Override
    public String subject(final String topic, final boolean isKey, final Schema schema) {
        return topic + (isKey ? "-key" : "-value");
    }
}
