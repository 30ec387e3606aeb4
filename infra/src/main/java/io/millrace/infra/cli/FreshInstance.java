package io.millrace.infra.cli;

import io.millrace.Businesses;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** All businesses with a Kafka of their own in this process, on data that nobody keeps. */
record FreshInstance(Path data, LocalKafka kafka, Backbone backbone) implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    static FreshInstance start() throws IOException {
        final Path data = Files.createTempDirectory("millrace-bench");
        final LocalKafka kafka = LocalKafka.start(data, 0, 0);
        final Backbone backbone = Backbone.start(BackboneSettings.of(
                        kafka.broker().bootstrap(),
                        kafka.registry().url(),
                        data.resolve("streams"),
                        "bench",
                        Businesses.ALL,
                        0)
                .withOwnBroker());
        if (!backbone.awaitReady(START)) {
            throw new IllegalStateException("It is not ready after " + START.toSeconds() + " s; the log says why.");
        }
        return new FreshInstance(data, kafka, backbone);
    }

    int port() {
        return backbone.port();
    }

    String bootstrap() {
        return kafka.broker().bootstrap();
    }

    @Override
    public void close() throws Exception {
        backbone.close();
        kafka.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
