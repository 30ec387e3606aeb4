package io.millrace.infra.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.infra.load.Caller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who stands outside: they write to one topic, read another, and never heard of the façade. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsidersTest {

    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init")
    private UpProcess up;

    @SuppressWarnings("NullAway.Init")
    private Caller caller;

    @BeforeAll
    void start(@TempDir final Path dir) throws Exception {
        up = UpProcess.start(dir.resolve("data"), "--business", "cafe");
        caller = new Caller(up.port(), CALL);
    }

    @AfterAll
    void stop() throws Exception {
        caller.close();
        up.close();
    }

    @Test
    void shouldRuleOnWhatAPaymentProviderWritesToItsTopic() throws Exception {
        Cafes.register(caller, "jongno", "latte", 10);
        Cafes.order(caller, "jongno", "HSI", "outsider-1");
        try (PaymentProvider provider = new PaymentProvider(up.bootstrap(), up.registry())) {
            provider.approve("jongno", 1);
            await().atMost(SOON).until(() -> order("jongno", 1).contains("\"status\":\"MAKING\""));
            provider.approve("jongno", 1);
            provider.cancel("jongno", 1);
            await().atMost(SOON).until(() -> order("jongno", 1).contains("\"status\":\"CANCELED\""));
        }
        assertThat(caller.get("/cafe/shops/jongno/orders/1/why").body())
                .contains("\"CancelPayment\"")
                .contains("\"payment-provider\"");
    }

    @Test
    void shouldGoOnAfterBytesThatAreNoCommand() throws Exception {
        Cafes.register(caller, "mapo", "latte", 10);
        Cafes.order(caller, "mapo", "HSI", "outsider-2");
        try (KafkaProducer<byte[], byte[]> vandal = new KafkaProducer<>(
                        Map.of("bootstrap.servers", up.bootstrap()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                PaymentProvider provider = new PaymentProvider(up.bootstrap(), up.registry())) {
            final byte[] mapo = "mapo".getBytes(StandardCharsets.UTF_8);
            vandal.send(new ProducerRecord<>(PaymentProvider.TOPIC, mapo, new byte[] {9, 9, 9}))
                    .get();
            vandal.send(new ProducerRecord<>(PaymentProvider.TOPIC, null, new byte[] {0, 0, 0, 0, 1}))
                    .get();
            vandal.send(new ProducerRecord<>(PaymentProvider.TOPIC, mapo, null)).get();
            provider.approve("mapo", 1);
        }
        await().atMost(SOON).until(() -> order("mapo", 1).contains("\"status\":\"MAKING\""));
        assertThat(read("cafe.quarantine", 3)).hasSize(3);
    }

    @Test
    void shouldLetAnybodyReadTheJournalAndFindItsSchema() throws Exception {
        Cafes.register(caller, "sinchon", "latte", 10);
        final ByteBuffer bytes =
                ByteBuffer.wrap(read("cafe.journal", 1).getFirst().value());
        assertThat(bytes.get()).isZero();
        assertThat(get(up.registry() + "/schemas/ids/" + bytes.getInt())).contains("CafeJournal");
        assertThat(get(up.registry() + "/subjects")).contains("cafe.journal-value", "cafe.menu-value");
    }

    private String order(final String shop, final long number) throws Exception {
        return caller.get("/cafe/shops/" + shop + "/orders/" + number).body();
    }

    private List<ConsumerRecord<String, byte[]>> read(final String topic, final int atLeast) {
        final Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                up.bootstrap(),
                "group.id",
                "outsider-" + topic,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            final List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
                return found.size() >= atLeast;
            });
            return found;
        }
    }

    private static String get(final String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
