package io.millrace.infra.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble.VerificationFlag;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** What the broker keeps over restarts: the log directory, formatted once, and the Kafka version that wrote it last. */
record DataDirectory(Path root, int node, String clusterId) {

    Path log() {
        return root.resolve("log");
    }

    private Path writtenBy() {
        return root.resolve("kafka.version");
    }

    /** Leaves a directory that this Kafka can start on, or says why there is none. */
    void prepare() throws IOException {
        if (Files.exists(log())) {
            refuseGarbage();
            refuseNewer();
        } else {
            format();
        }
        Files.writeString(writtenBy(), AppInfoParser.getVersion());
    }

    private void format() throws IOException {
        // Formatted beside and moved into place, so that a kill in between leaves nothing half done.
        final var fresh = root.resolve("log." + Uuid.randomUuid());
        Files.createDirectories(fresh);
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(node)
                    .setClusterId(clusterId)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(fresh.toString())
                    .addDirectory(fresh.toString())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new BrokerRefusedException("The data directory " + root + " could not be formatted: " + e, e);
        }
        Files.move(fresh, log(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseGarbage() {
        try {
            final var loader = new MetaPropertiesEnsemble.Loader();
            loader.addMetadataLogDir(log().toString())
                    .load()
                    .verify(
                            Optional.empty(),
                            OptionalInt.of(node),
                            EnumSet.of(
                                    VerificationFlag.REQUIRE_AT_LEAST_ONE_VALID,
                                    VerificationFlag.REQUIRE_METADATA_LOG_DIR));
        } catch (IOException | RuntimeException e) {
            throw new BrokerRefusedException(
                    log() + " is not a log directory of this broker (" + e.getMessage()
                            + "). Choose another data directory, or move this one away to start empty.",
                    e);
        }
    }

    private void refuseNewer() throws IOException {
        final var mine = KafkaVersion.running();
        final var theirs = Files.exists(writtenBy())
                ? KafkaVersion.parse(Files.readString(writtenBy()))
                : Optional.<KafkaVersion>empty();
        if (theirs.isEmpty() || theirs.get().compareTo(mine) > 0) {
            throw new BrokerRefusedException("The data directory " + root + " was written by Kafka "
                    + theirs.map(KafkaVersion::toString).orElse("of an unknown version") + ", and this is Kafka " + mine
                    + ", which may not read it. Run that version again, or choose another data directory.");
        }
    }
}
