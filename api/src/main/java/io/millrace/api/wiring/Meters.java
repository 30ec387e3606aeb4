package io.millrace.api.wiring;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** The process's figures: our own, the JVM's, and of Kafka's thousands those that somebody would look at. */
final class Meters {

    private static final String KAFKA = "kafka.";
    private static final List<String> LOOKED_AT = List.of(
            "kafka.stream.thread.",
            "kafka.stream.alive.stream.threads",
            "kafka.stream.failed.stream.threads",
            "kafka.stream.task.dropped",
            "kafka.consumer.fetch.manager.records.consumed.total",
            "kafka.consumer.fetch.manager.records.lag.max",
            "kafka.consumer.coordinator.rebalance",
            "kafka.consumer.coordinator.failed.rebalance");

    private Meters() {}

    static PrometheusMeterRegistry registry() {
        final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config()
                .meterFilter(MeterFilter.deny(id ->
                        id.getName().startsWith(KAFKA) && LOOKED_AT.stream().noneMatch(id.getName()::startsWith)));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return registry;
    }
}
