package io.millrace.api.notify;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.api.trace.Tracing;
import io.millrace.backbone.topics.Again;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.ProducerListener;

/**
 * Brings notices to people, with clients and a life of its own: nothing waits for it, and what is said while it is away
 * it brings when it is back.
 */
public final class Notifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration TO_DRAIN = Duration.ofSeconds(6);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("notifier-alarm").daemon().factory());
    private final List<KafkaMessageListenerContainer<byte[], byte[]>> listeners = new ArrayList<>();
    private final List<Progress> all = new ArrayList<>();
    private final DefaultKafkaProducerFactory<byte[], byte[]> producer;
    private final Outbox outbox;
    private final Post post;

    private Notifier(final NotifierSettings settings, final MeterRegistry meters, final Tracing tracing) {
        final InstantSource clock = InstantSource.system();
        final AvroCodec codec = new AvroCodec(SchemaRegistries.of(settings.registry()), true);
        final NotifierClients clients = new NotifierClients(settings);
        producer = clients.producer();
        outbox = new Outbox(template());
        post = new Post(clock, threads);
        final News news = new News(codec, outbox, clock, meters);
        final Rounds rounds = new Rounds(settings.plan(), outbox, clock);
        final Map<String, Endpoint> endpoints = new HashMap<>();
        settings.channels()
                .webhooks()
                .forEach((name, webhook) ->
                        endpoints.put(name, new Endpoint(webhook, post, news, rounds, clock, threads)));
        final Progress first = progress();
        listeners.add(clients.listener("notifier", topics(settings, "notices"), first));
        listeners
                .getFirst()
                .setupMessageListener(
                        new FirstReader(codec, settings.channels(), endpoints, news, rounds, first, tracing)
                                .listener());
        for (final Again again : Again.values()) {
            final Progress progress = progress();
            final KafkaMessageListenerContainer<byte[], byte[]> listener = clients.listener(
                    "notifier-" + again.name().toLowerCase(Locale.ROOT),
                    settings.businesses().stream()
                            .map(it -> again.topic(it.name()))
                            .toList(),
                    progress);
            listener.setupMessageListener(new AgainReader(
                            codec,
                            endpoints,
                            news,
                            rounds,
                            progress,
                            tracing,
                            clock,
                            settings.plan().of(again),
                            (partition, left) -> {
                                listener.pausePartition(partition);
                                alarm.schedule(
                                        () -> listener.resumePartition(partition),
                                        left.toMillis() + 1,
                                        TimeUnit.MILLISECONDS);
                            })
                    .listener());
            listeners.add(listener);
        }
    }

    /** Returns at once: it is nobody's business whether Kafka is there yet. */
    public static Notifier start(final NotifierSettings settings, final MeterRegistry meters) {
        return start(settings, meters, Tracing.OFF);
    }

    /** The same, following what causes notices. */
    public static Notifier start(final NotifierSettings settings, final MeterRegistry meters, final Tracing tracing) {
        final Notifier notifier = new Notifier(settings, meters, tracing);
        notifier.listeners.forEach(KafkaMessageListenerContainer::start);
        LOG.info("notifier started, webhooks={}", settings.channels().webhooks().values());
        return notifier;
    }

    /** What is under way is given the time to be done, so that it isn't done once more later. */
    @Override
    public void close() {
        listeners.forEach(KafkaMessageListenerContainer::pause);
        final long deadline = System.nanoTime() + TO_DRAIN.toNanos();
        while (!all.stream().allMatch(Progress::isAllDone) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        listeners.forEach(KafkaMessageListenerContainer::stop);
        outbox.close();
        alarm.shutdownNow();
        post.close();
        threads.shutdownNow();
        producer.destroy();
        LOG.info("notifier stopped");
    }

    private KafkaTemplate<byte[], byte[]> template() {
        final KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producer);
        // who sends is told of a failure; the default would write each into the log, with what was sent
        template.setProducerListener(new ProducerListener<>() {});
        return template;
    }

    private Progress progress() {
        final Progress progress = new Progress();
        all.add(progress);
        return progress;
    }

    private static List<String> topics(final NotifierSettings settings, final String what) {
        return settings.businesses().stream().map(it -> it.topic(what)).toList();
    }
}
