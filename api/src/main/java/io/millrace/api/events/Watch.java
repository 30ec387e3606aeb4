package io.millrace.api.events;

import io.millrace.backbone.Business;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What somebody listens to: one desk, or one person at all desks of these businesses. Of a desk that is not for
 * everybody they are told only what is {@code about} them.
 */
record Watch(
        List<Business> businesses,
        @Nullable String desk,
        @Nullable String person,
        @Nullable String about,
        List<TopicPartition> partitions) {

    boolean concerns(final Happening happening, final int part) {
        return person == null
                ? happening.desk().equals(desk) && (about == null || happening.concerns(about, part))
                : happening.concerns(person, part);
    }
}
