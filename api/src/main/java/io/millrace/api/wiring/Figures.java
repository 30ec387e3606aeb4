package io.millrace.api.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/**
 * An application's figures that answer a question only as sums: what its stores take of the memory outside of the heap,
 * and how much it still has to restore. Each is one series, where Kafka has one for each store and partition.
 */
final class Figures {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(5);
    private static final Map<String, String> MEMORY = Map.of(
            "size-all-mem-tables", "memtables",
            "block-cache-usage", "cache",
            "estimate-table-readers-mem", "readers");
    private static final String RESTORING = "restore-remaining-records-total";

    private record Sums(long at, double memtables, double cache, double readers, double restoring) {}

    private final Supplier<Optional<KafkaStreams>> streams;
    private volatile Sums sums = new Sums(System.nanoTime() - FRESH, 0, 0, 0, 0);

    Figures(final Supplier<Optional<KafkaStreams>> streams) {
        this.streams = streams;
    }

    void register(final String application, final MeterRegistry meters) {
        bytes(application, "memtables", Sums::memtables, meters);
        bytes(application, "cache", Sums::cache, meters);
        bytes(application, "readers", Sums::readers, meters);
        Gauge.builder("millrace.restore.remaining", this, it -> it.now().restoring())
                .description("Records that stores still miss before they can be read")
                .tag("application", application)
                .register(meters);
    }

    private void bytes(
            final String application, final String what, final ToDoubleFunction<Sums> sum, final MeterRegistry meters) {
        Gauge.builder("millrace.rocksdb.memory", this, it -> sum.applyAsDouble(it.now()))
                .description("What stores take outside of the heap")
                .baseUnit("bytes")
                .tag("application", application)
                .tag("what", what)
                .register(meters);
    }

    private Sums now() {
        final long nanos = System.nanoTime();
        if (nanos - sums.at() >= FRESH) {
            sums = streams.get().map(running -> sum(running, nanos)).orElse(new Sums(nanos, 0, 0, 0, 0));
        }
        return sums;
    }

    private static Sums sum(final KafkaStreams streams, final long nanos) {
        double memtables = 0;
        double cache = 0;
        double readers = 0;
        double restoring = 0;
        for (final Metric metric : streams.metrics().values()) {
            final String name = metric.metricName().name();
            switch (MEMORY.getOrDefault(name, name)) {
                case "memtables" -> memtables += number(metric);
                case "cache" -> cache += number(metric);
                case "readers" -> readers += number(metric);
                case RESTORING -> restoring += number(metric);
                default -> {
                    // another question's
                }
            }
        }
        return new Sums(nanos, memtables, cache, readers, restoring);
    }

    private static double number(final Metric metric) {
        return metric.metricValue() instanceof Number it && !Double.isNaN(it.doubleValue()) ? it.doubleValue() : 0;
    }
}
