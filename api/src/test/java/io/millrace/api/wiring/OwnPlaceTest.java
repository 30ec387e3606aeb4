package io.millrace.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Broker;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.WholeProcess;
import io.millrace.cafe.Cafe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A desk keeps its place in its books: what Kafka knows of it is for others, and may be lost. */
class OwnPlaceTest {

    private static final String GROUP = "cafe-desk";
    private static final String ORDER = "{'customer':'HSI','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}";
    private static final int PARTITIONS = 2;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void shouldReadNothingASecondTimeWhenItsGroupIsForgotten() throws Exception {
        try (Broker broker = Broker.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            final BackboneSettings settings = WholeProcess.settings(broker, Cafe.BUSINESS)
                    .withPartitions(PARTITIONS)
                    .withOwnBroker();
            try (Backbone backbone = started(settings)) {
                final Caller caller = new Caller(backbone.port());
                caller.post("/cafe/shops/gangnam/menu", "{'item':'latte','name':'Latte','price':4500,'stock':9}");
                order(caller, 1);
                order(caller, 2);
                await().atMost(SOON).untilAsserted(() -> assertThat(told(admin)).isEqualTo(ends(admin)));
                order(caller, 3);
            }
            assertThat(told(admin)).as("after a clean stop").isEqualTo(ends(admin));

            // it counts as there until its session ends
            await().atMost(SOON)
                    .until(() -> admin.deleteConsumerGroups(List.of(GROUP))
                            .all()
                            .toCompletionStage()
                            .handle((_, failure) -> failure == null)
                            .toCompletableFuture()
                            .get());
            final long receipts = size(admin, "cafe.receipts");
            try (Backbone backbone = started(settings)) {
                await().atMost(SOON).untilAsserted(() -> assertThat(told(admin)).isEqualTo(ends(admin)));
                assertThat(size(admin, "cafe.receipts")).isEqualTo(receipts);
                order(new Caller(backbone.port()), 4);
            }
        }
    }

    private static Backbone started(final BackboneSettings settings) {
        final Backbone backbone = Backbone.start(settings);
        assertThat(backbone.awaitReady(SOON)).isTrue();
        return backbone;
    }

    private static void order(final Caller caller, final int number) {
        assertThat(caller.post("/cafe/shops/gangnam/orders", ORDER).at("/number"))
                .isEqualTo(Integer.toString(number));
    }

    /** How far the group is, where it is anywhere. */
    private static Map<TopicPartition, Long> told(final Admin admin) throws Exception {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(it -> it.getKey().topic().equals("cafe.orders") && it.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    }

    private static Map<TopicPartition, Long> ends(final Admin admin) throws Exception {
        return offsets(admin, "cafe.orders").entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static long size(final Admin admin, final String topic) throws Exception {
        return offsets(admin, topic).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Map<TopicPartition, Long> offsets(final Admin admin, final String topic) throws Exception {
        final Map<TopicPartition, OffsetSpec> all = IntStream.range(0, PARTITIONS)
                .mapToObj(it -> new TopicPartition(topic, it))
                .collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest()));
        return admin.listOffsets(all).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    }
}
