package io.millrace.infra.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    @TempDir
    Path data;

    @Test
    void shouldServeTheSameRecordsAfterARestart() throws Exception {
        try (var broker = start()) {
            Clients.createTopic(broker.bootstrap());
            Clients.send(broker.bootstrap(), "one", "two");
        }
        try (var broker = start()) {
            Clients.send(broker.bootstrap(), "three");
            try (var reader = Clients.reader(broker.bootstrap())) {
                final var seen = new ArrayList<String>();
                await().atMost(Duration.ofSeconds(20)).until(() -> {
                    seen.addAll(Clients.lines(reader));
                    return seen.size() >= 3;
                });
                assertThat(seen).containsExactly("one", "two", "three");
            }
        }
    }

    @Test
    void shouldNameTheHolderWhenTheDirectoryIsInUse() {
        try (var broker = start()) {
            assertThat(broker.bootstrap()).startsWith("127.0.0.1:");
            assertThatExceptionOfType(BrokerRefusedException.class)
                    .isThrownBy(this::start)
                    .withMessageContaining(data.toString())
                    .withMessageContaining("pid " + ProcessHandle.current().pid());
        }
    }

    @Test
    void shouldSayWhatToDoWhenThePortIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            assertThatExceptionOfType(BrokerRefusedException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(data, other.getLocalPort(), Map.of()))
                    .withMessageContaining("Port " + other.getLocalPort())
                    .withMessageContaining("choose another port");
        }
        assertThat(data.resolve("log")).as("nothing was written").doesNotExist();
    }

    @Test
    void shouldRefuseADirectoryThatIsNotItsOwn() throws Exception {
        Files.createDirectories(data.resolve("log"));
        Files.writeString(data.resolve("log/meta.properties"), "version=7\nhello=world\n");
        assertThatExceptionOfType(BrokerRefusedException.class)
                .isThrownBy(this::start)
                .withMessageContaining("is not a log directory of this broker");
    }

    @Test
    void shouldRefuseADirectoryWrittenByANewerKafka() throws Exception {
        new DataDirectory(data, 1, Uuid.randomUuid().toString()).prepare();
        Files.writeString(data.resolve("kafka.version"), "99.0.0");
        assertThatExceptionOfType(BrokerRefusedException.class)
                .isThrownBy(this::start)
                .withMessageContaining("written by Kafka 99.0.0");
    }

    @Test
    void shouldTakeADirectoryWhoseFormattingWasInterrupted() throws Exception {
        Files.createDirectories(data.resolve("log.half-done"));
        new DataDirectory(data, 1, Uuid.randomUuid().toString()).prepare();
        assertThat(data.resolve("log/meta.properties")).exists();
    }

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(data, 0, Map.of());
    }
}
