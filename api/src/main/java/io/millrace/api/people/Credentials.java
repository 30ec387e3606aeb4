package io.millrace.api.people;

import io.millrace.api.command.Taken;
import io.millrace.schemas.people.Credential;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/**
 * All credentials, as their compacted topic has them, in memory: the topic is the only place where they are kept. Each
 * is written under a name that nobody can guess, so that none can be written over.
 */
final class Credentials {

    private static final Duration TO_BE_TAKEN = Duration.ofSeconds(5);

    private final String topic;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final AvroCodec codec;
    private final Map<String, Map<String, Credential>> byPerson = new ConcurrentHashMap<>();

    Credentials(final String topic, final KafkaOperations<byte[], byte[]> kafka, final AvroCodec codec) {
        this.topic = topic;
        this.kafka = kafka;
        this.codec = codec;
    }

    Optional<Credential> find(final String person, final String credential) {
        return Optional.ofNullable(byPerson.getOrDefault(person, Map.of()).get(credential));
    }

    /** The one that was made for this registration. */
    Optional<Credential> madeFor(final String person, final String registration) {
        return byPerson.getOrDefault(person, Map.of()).values().stream()
                .filter(it -> it.getRegistration().equals(registration))
                .findFirst();
    }

    Stream<Credential> all() {
        return byPerson.values().stream().flatMap(its -> its.values().stream());
    }

    /** Kept by all replicas when this returns. */
    void keep(final Credential credential) {
        send(credential.getPerson(), credential.getCredential(), codec.encode(topic + "-value", credential));
    }

    void drop(final Credential credential) {
        send(credential.getPerson(), credential.getCredential(), null);
    }

    /** What the topic says of a key now; null: nothing any more. */
    void read(final byte[] key, final byte @Nullable [] value) {
        final String[] name = new String(key, StandardCharsets.UTF_8).split("/", 2);
        if (name.length != 2) {
            return;
        }
        if (value == null) {
            byPerson.computeIfPresent(name[0], (_, its) -> {
                its.remove(name[1]);
                return its.isEmpty() ? null : its;
            });
        } else {
            final Credential credential = (Credential) codec.decode(value);
            byPerson.compute(name[0], (_, its) -> {
                final Map<String, Credential> all = its == null ? new ConcurrentHashMap<>() : its;
                all.put(name[1], credential);
                return all;
            });
        }
    }

    private void send(final String person, final String credential, final byte @Nullable [] value) {
        final byte[] key = (person + "/" + credential).getBytes(StandardCharsets.UTF_8);
        Taken.by(kafka, new ProducerRecord<>(topic, key, value), TO_BE_TAKEN);
    }
}
