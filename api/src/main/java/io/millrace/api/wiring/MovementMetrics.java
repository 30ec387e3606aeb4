package io.millrace.api.wiring;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/** How an application moves, as its own figures tell. */
final class MovementMetrics {

    private static final String CLIENT = "client-id";

    private MovementMetrics() {}

    static Movement.Look of(final KafkaStreams streams) {
        final Map<String, Double> connections = new HashMap<>();
        final Map<String, Double> silent = new HashMap<>();
        double waiting = 0;
        double done = 0;
        for (final Metric metric : streams.metrics().values()) {
            final MetricName name = metric.metricName();
            final String client = name.tags().getOrDefault(CLIENT, "");
            switch (name.name()) {
                case "connection-count" -> connections.merge(client, number(metric), Math::max);
                case "last-poll-seconds-ago" -> {
                    if (isMain(client)) {
                        silent.put(client, number(metric));
                    }
                }
                case "records-lag" -> waiting += isMain(client) ? number(metric) : 0;
                case "process-total" -> done += "stream-thread-metrics".equals(name.group()) ? number(metric) : 0;
                default -> {
                    // says nothing about movement
                }
            }
        }
        final double longest = silent.entrySet().stream()
                .filter(it -> connections.getOrDefault(it.getKey(), 0.0) > 0)
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
        return new Movement.Look(streams.state() == KafkaStreams.State.RUNNING, longest, waiting, done);
    }

    private static boolean isMain(final String client) {
        return client.endsWith("-consumer") && !client.endsWith("-restore-consumer");
    }

    private static double number(final Metric metric) {
        return metric.metricValue() instanceof Number it && !Double.isNaN(it.doubleValue()) ? it.doubleValue() : 0;
    }
}
