package io.millrace.backbone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A group that is told of what was never committed would have the next one begin behind it. */
class OwnPlacesTest {

    private static final TopicPartition ORDERS = new TopicPartition("cafe.orders", 0);
    private static final TopicPartition PAYMENTS = new TopicPartition("cafe.payments", 0);
    private static final TopicPartition JOURNAL = new TopicPartition("cafe.journal", 0);

    private final OwnPlaces ownPlaces = new OwnPlaces(Set.of(ORDERS.topic(), PAYMENTS.topic()));

    @Test
    void shouldLeaveOutOfTransactionsWhatTheBooksKnowAndNothingElse() {
        ownPlaces.begun();
        assertThat(ownPlaces.without(Map.of(ORDERS, at(7), JOURNAL, at(3)))).isEqualTo(Map.of(JOURNAL, at(3)));
        ownPlaces.committed();

        assertThat(told()).isEqualTo(Map.of(ORDERS, at(7)));
    }

    @Test
    void shouldTellNothingThatWasNotCommitted() {
        ownPlaces.begun();
        ownPlaces.without(Map.of(ORDERS, at(7)));
        assertThat(told()).isEmpty();

        ownPlaces.begun();
        ownPlaces.without(Map.of(PAYMENTS, at(5)));
        ownPlaces.committed();
        assertThat(told()).isEqualTo(Map.of(PAYMENTS, at(5)));
    }

    private Map<TopicPartition, OffsetAndMetadata> told() {
        try (MockConsumer<byte[], byte[]> group = new MockConsumer<>("earliest")) {
            group.assign(Set.of(ORDERS, PAYMENTS, JOURNAL));
            ownPlaces.lastWord(group);
            final Map<TopicPartition, OffsetAndMetadata> told = group.committed(group.assignment());
            told.values().removeIf(it -> it.offset() == 0);
            return told;
        }
    }

    private static OffsetAndMetadata at(final long offset) {
        return new OffsetAndMetadata(offset);
    }
}
