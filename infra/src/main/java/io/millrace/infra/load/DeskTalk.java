package io.millrace.infra.load;

import io.millrace.backbone.Shelf;
import io.millrace.backbone.stream.MillraceHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Orders for a café's desks, without a façade: what it wrote for an order of each shop is overheard, and said again under
 * a number of its own, which is as long. Who asks is told by the receipt's header.
 */
final class DeskTalk implements RoundTrip.Talk {

    private static final String ORDERS = "cafe.orders";
    private static final String RECEIPTS = "cafe.receipts";
    private static final int DIGITS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Heard(byte[] desk, byte[] command, int at) {}

    private final String tag;
    private final List<Heard> orders;
    private final List<TopicPartition> receipts;

    private DeskTalk(final String tag, final List<Heard> orders, final List<TopicPartition> receipts) {
        this.tag = tag;
        this.orders = orders;
        this.receipts = receipts;
    }

    static DeskTalk overheard(final String bootstrap, final CafeCrowd cafe) throws Exception {
        final String tag = "desk-" + Long.toString(System.currentTimeMillis(), 36) + "-";
        try (KafkaConsumer<byte[], byte[]> ear = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            final List<TopicPartition> said = partitions(ear, ORDERS);
            ear.assign(said);
            ear.seekToEnd(said);
            said.forEach(ear::position);
            final int shops = cafe.orderEverywhere(tag + "0".repeat(DIGITS));
            return new DeskTalk(tag, heard(ear, tag, shops), partitions(ear, RECEIPTS));
        }
    }

    private static List<Heard> heard(final KafkaConsumer<byte[], byte[]> ear, final String tag, final int shops) {
        final List<Heard> orders = new ArrayList<>();
        final long end = System.nanoTime() + PATIENCE.toNanos();
        while (orders.size() < shops) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The orders that were placed can't be heard on " + ORDERS + ".");
            }
            for (final ConsumerRecord<byte[], byte[]> record : ear.poll(Duration.ofMillis(100))) {
                // one byte a character, so that places in the text are places in the bytes
                final int at = new String(record.value(), StandardCharsets.ISO_8859_1).indexOf(tag);
                if (at >= 0) {
                    orders.add(new Heard(record.key(), record.value(), at + tag.length()));
                }
            }
        }
        return orders;
    }

    private static List<TopicPartition> partitions(final KafkaConsumer<byte[], byte[]> consumer, final String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
    }

    List<TopicPartition> receipts() {
        return receipts;
    }

    @Override
    public ProducerRecord<byte[], byte[]> question(final long number) {
        final Heard order = orders.get((int) (number % orders.size()));
        final byte[] digits = Shelf.padded(number, DIGITS).getBytes(StandardCharsets.US_ASCII);
        final byte[] command = order.command().clone();
        System.arraycopy(digits, 0, command, order.at(), DIGITS);
        final ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(ORDERS, order.desk(), command);
        record.headers().add(MillraceHeaders.ASK, (tag + number).getBytes(StandardCharsets.US_ASCII));
        return record;
    }

    @Override
    public long answered(final ConsumerRecord<byte[], byte[]> record) {
        final Header ask = record.headers().lastHeader(MillraceHeaders.ASK);
        final String asked = ask == null ? "" : new String(ask.value(), StandardCharsets.ISO_8859_1);
        return asked.startsWith(tag) ? Long.parseLong(asked.substring(tag.length())) : 0;
    }
}
