package io.millrace.infra.faults;

import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.desk.Causes;
import io.millrace.backbone.stream.Reading;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics, committed records only, with nothing but a consumer. */
final class EvidenceReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroCodec codec;

    EvidenceReader(final String bootstrap, final String registry) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.codec = new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", registry)), false);
    }

    Evidence of(final Business business) {
        final List<Envelope> commands = new ArrayList<>();
        int unreadable = 0;
        final Map<String, Class<? extends Envelope>> inputs = new LinkedHashMap<>();
        business.inputs().forEach(input -> inputs.put(input.topic(), input.envelope()));
        inputs.put(business.topic("alarms"), business.alarms());
        for (final Map.Entry<String, Class<? extends Envelope>> input : inputs.entrySet()) {
            for (final ConsumerRecord<byte[], byte[]> record : all(input.getKey())) {
                final Optional<Envelope> command = command(record, input.getValue());
                command.ifPresent(it -> commands.add(known(it, record)));
                unreadable += command.isEmpty() ? 1 : 0;
            }
        }
        return new Evidence(
                business,
                commands,
                decoded(business.topic("journal"), JournalEntry.class),
                decoded(business.topic("receipts"), Receipt.class),
                unreadable);
    }

    /** Empty for what no desk can read. */
    private Optional<Envelope> command(
            final ConsumerRecord<byte[], byte[]> record, final Class<? extends Envelope> type) {
        try {
            final Envelope command = type.cast(codec.decode(record.value()));
            final boolean itsKey = command.getDesk().equals(Reading.key(record.key()));
            return itsKey ? Optional.of(command) : Optional.empty();
        } catch (final RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Envelope known(final Envelope command, final ConsumerRecord<byte[], byte[]> record) {
        return command.getCommandId().isEmpty()
                ? Envelopes.under(Causes.record(record.topic(), record.partition(), record.offset()), command)
                : command;
    }

    private <T> List<T> decoded(final String topic, final Class<T> type) {
        return all(topic).stream()
                .map(record -> type.cast(codec.decode(record.value())))
                .toList();
    }

    long size(final String topic) {
        return all(topic).size();
    }

    private List<ConsumerRecord<byte[], byte[]>> all(final String topic) {
        final List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        for (final var partition : consumer.partitionsFor(topic)) {
            final TopicPartition it = new TopicPartition(topic, partition.partition());
            consumer.assign(List.of(it));
            consumer.seekToBeginning(List.of(it));
            final long end = consumer.endOffsets(List.of(it)).getOrDefault(it, 0L);
            while (consumer.position(it) < end) {
                consumer.poll(POLL).forEach(all::add);
            }
        }
        return all;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
