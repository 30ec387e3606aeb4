package io.millrace.infra.faults;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Input;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's system, which writes commands to the topics itself: its clock is wrong by hours, it sends some twice,
 * forgets the id of others, and now and then puts one under another desk's key.
 */
final class Outsider implements AutoCloseable {

    private static final Duration BREATH = Duration.ofMillis(200);
    private static final int HOURS_WRONG = 60;

    private final Stage stage;
    private final List<Script> scripts;
    private final Random random;
    private final String name;
    private final AvroCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;
    private long sent;

    Outsider(final Stage stage, final long seed, final String bootstrap, final String registry) {
        this.stage = stage;
        this.scripts = stage.scripts().stream().filter(Scripts::isPublic).toList();
        this.random = new Random(seed * 1_000 - 1);
        this.name = "o" + seed + "-";
        this.codec = new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", registry)), true);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "max.block.ms", 5_000, "delivery.timeout.ms", 120_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void turn() {
        final Script script = scripts.get(random.nextInt(scripts.size()));
        final Business business = Businesses.named(List.of(script.business())).getFirst();
        final String desk = script.desk(random);
        final Script.Line line = script.next(random);
        final Map<String, String> blanks = script.blanks(random, desk, stage.highest(script.business() + "/" + desk));
        Forms.of(business, line.method(), Script.filled(line.path(), blanks))
                .map(form -> form.command(Script.filled(line.body(), blanks)))
                .ifPresent(command -> write(business, desk, command));
        LockSupport.parkNanos(BREATH.toNanos());
    }

    private void write(final Business business, final String desk, final SpecificRecord command) {
        final Input input = business.inputOf(command.getClass());
        final String id = random.nextInt(5) == 0 ? "" : name + sent++;
        final Instant at = Instant.now()
                .plus(Duration.ofMinutes(random.nextInt(-60 * HOURS_WRONG, 60 * HOURS_WRONG)))
                .truncatedTo(ChronoUnit.MILLIS);
        final byte[] value = codec.encode(
                input.topic() + "-value", Envelopes.command(input.envelope(), id, desk, at, null, command));
        final boolean astray = random.nextInt(40) == 0;
        final byte[] key = (astray ? "elsewhere" : desk).getBytes(StandardCharsets.UTF_8);
        for (int times = random.nextInt(4) == 0 ? 2 : 1; times > 0; times--) {
            send(
                    new ProducerRecord<>(input.topic(), null, at.toEpochMilli(), key, value),
                    astray || id.isEmpty() ? null : new Written(business.name(), desk, id));
        }
    }

    private void send(final ProducerRecord<byte[], byte[]> record, final @Nullable Written written) {
        try {
            producer.send(record, (_, failure) -> {
                if (failure == null) {
                    stage.wrote(written);
                }
            });
        } catch (final KafkaException e) {
            // Kafka is away; what it hasn't confirmed it owes nobody
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
