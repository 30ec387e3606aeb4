package io.millrace.infra.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What is done to the victim. */
enum Fault {
    /** As the kernel kills: nothing is flushed, nothing says good-bye. */
    KILL {
        @Override
        void strike(final Victim victim, final Random random) throws InterruptedException {
            victim.kill();
            victim.startAgain();
        }
    },
    /** It stands still for less than its session, so that nobody notices but its callers. */
    FREEZE {
        @Override
        void strike(final Victim victim, final Random random) throws IOException, InterruptedException {
            victim.freeze(Duration.ofMillis(1_000 + random.nextInt(4_000)));
        }
    },
    /** Killed, and its local state is gone. */
    WIPE {
        @Override
        void strike(final Victim victim, final Random random) throws IOException, InterruptedException {
            victim.kill();
            victim.wipeState();
            victim.startAgain();
        }
    },
    /** Rubbish on topics that anybody may write to. */
    POISON {
        @Override
        void strike(final Victim victim, final Random random) {
            poison(victim, random);
        }
    };

    static final int POISONS = 8;

    abstract void strike(Victim victim, Random random) throws IOException, InterruptedException;

    private static void poison(final Victim victim, final Random random) {
        final String[] topics = {
            "cafe.orders", "cafe.payments", "coffeeshop.orders", "rental.orders", "riders.deliveries"
        };
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", victim.bootstrap(), "delivery.timeout.ms", 60_000),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int n = 0; n < POISONS; n++) {
                final byte[] noise = new byte[random.nextInt(300)];
                random.nextBytes(noise);
                final byte[] desk = "d0".getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(topics[random.nextInt(topics.length)], desk, noise));
            }
        }
    }
}
