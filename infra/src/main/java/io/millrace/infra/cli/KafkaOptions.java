package io.millrace.infra.cli;

import io.millrace.infra.config.Why;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How every Kafka client signs in and encrypts: one file, so that no client can be forgotten. */
final class KafkaOptions {

    /** What the file may not say, because it would break what is promised. */
    private static final Set<String> OURS = Set.of(
            "application.id",
            "client.id",
            "group.id",
            "group.instance.id",
            "transactional.id",
            "isolation.level",
            "processing.guarantee",
            "acks",
            "enable.idempotence");

    @Why("One file for every client, so that none can be forgotten when brokers ask who it is.")
    @Option(
            names = "--kafka-config",
            description = "A file of settings for every Kafka client: security.protocol, sasl.*, ssl.* (none).")
    private @Nullable Path file;

    /** @throws IllegalStateException saying what is wrong with the file, and no secret of it */
    Map<String, String> settings() {
        final Map<String, String> settings = new TreeMap<>();
        if (file == null) {
            return settings;
        }
        final Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (final IOException | IllegalArgumentException e) {
            throw new IllegalStateException("--kafka-config " + file + " can't be read.", e);
        }
        read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
        settings.keySet().stream().filter(OURS::contains).findFirst().ifPresent(name -> {
            throw new IllegalStateException(
                    "--kafka-config " + file + " sets " + name + ", which is not for it to say.");
        });
        return settings;
    }
}
