package io.millrace.api.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where desks' last events stand, as far as they were seen lately: so that a quiet desk's listeners join at once. */
final class LastOffsets {

    private static final int MOST = 50_000;

    private final Map<String, Long> offsets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    void put(final String topic, final Entry entry) {
        offsets.put(topic + "/" + entry.desk(), entry.offset());
    }

    Optional<Long> of(final String topic, final String desk) {
        return Optional.ofNullable(offsets.get(topic + "/" + desk));
    }
}
