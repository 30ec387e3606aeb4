package io.millrace.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schemas.Notice;
import io.millrace.schemas.Refused;
import io.millrace.schemas.client.InMemorySchemaRegistry;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.client.SchemaRegistry;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** As Kafka uses it: made by class name, then configured. */
class AvroSerdeTest {

    @Test
    void shouldWriteUnderTheTopicsNameUnlessToldOtherwise() {
        final AvroSerde<Notice> serde = configured("by-topic", Map.of(), false);

        final byte[] bytes = serde.serializer().serialize("cafe.notices", Samples.NOTICE);

        assertThat(bytes).isEqualTo(Samples.NOTICE_BYTES);
        assertThat(serde.deserializer().deserialize("cafe.notices", bytes)).isEqualTo(Samples.NOTICE);
        assertThat(id("by-topic", "cafe.notices-value")).isEqualTo(1);
    }

    @Test
    void shouldKeepKeysApartFromValues() {
        configured("keys", Map.of(), true).serializer().serialize("cafe.notices", Samples.NOTICE);

        assertThat(id("keys", "cafe.notices-key")).isEqualTo(1);
    }

    @Test
    void shouldKnowStrategiesByOurNamesAndByConfluents() {
        for (final Object strategy : new Object[] {
            "RecordNameStrategy",
            RecordNameStrategy.class,
            RecordNameStrategy.class.getName(),
            "io.confluent.kafka.serializers.subject.RecordNameStrategy",
            new RecordNameStrategy()
        }) {
            final String scope = "strategy-" + System.identityHashCode(strategy);
            configured(scope, Map.of("value.subject.name.strategy", strategy), false)
                    .serializer()
                    .serialize("cafe.notices", Samples.NOTICE);
            assertThat(id(scope, "io.millrace.schemas.Notice")).isEqualTo(1);
        }
    }

    @Test
    void shouldRefuseSettingsItDoesNotUnderstand() {
        assertThatThrownBy(() -> configured("x", Map.of("value.subject.name.strategy", "Mine"), false))
                .hasMessageContaining("value.subject.name.strategy")
                .hasMessageContaining("Mine");
        assertThatThrownBy(() -> configured("x", Map.of("auto.register.schemas", "yes"), false))
                .hasMessageContaining("auto.register.schemas");
        assertThatThrownBy(() -> new AvroSerde<Notice>().configure(Map.of(), false))
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void shouldNotRegisterWhenAutoRegisterIsOff() {
        final AvroSerde<Notice> serde = configured("off", Map.of("auto.register.schemas", false), false);

        assertThatThrownBy(() -> serde.serializer().serialize("t", Samples.NOTICE))
                .hasMessageContaining("t-value");
    }

    @Test
    void shouldUseTheLatestVersionWhenAutoRegisterIsOffAndItIsAskedFor() {
        SchemaRegistries.mock("latest").register("t-value", Samples.NOTICE.getSchema());
        final AvroSerde<Notice> serde =
                configured("latest", Map.of("auto.register.schemas", "false", "use.latest.version", "true"), false);

        assertThat(serde.serializer().serialize("t", Samples.NOTICE)).isEqualTo(Samples.NOTICE_BYTES);
    }

    @Test
    void shouldPassTombstonesThrough() {
        final AvroSerde<Notice> serde = configured("null", Map.of(), false);

        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void shouldSayWhatIsMissingWhenUsedBeforeConfigured() {
        assertThatThrownBy(() -> new AvroSerializer<Notice>().serialize("t", Samples.NOTICE))
                .hasMessageContaining("configure()");
    }

    @Test
    void shouldRefuseASoundRecordOfAnotherTypeWhenItKnowsItsOwn() {
        final AvroCodec codec = new AvroCodec(new InMemorySchemaRegistry(), true);
        final byte[] refused =
                new AvroSerde<>(codec, Refused.class).serializer().serialize("t", Samples.REFUSED);

        assertThatThrownBy(() ->
                        new AvroSerde<>(codec, Notice.class).deserializer().deserialize("t", refused))
                .isInstanceOfSatisfying(
                        UndecodableException.class,
                        e -> assertThat(e.reason()).isEqualTo(UndecodableException.Reason.UNEXPECTED_TYPE));
    }

    private static <T extends SpecificRecord> AvroSerde<T> configured(
            final String scope, final Map<String, ?> more, final boolean isKey) {
        final Map<String, Object> config = new java.util.HashMap<>(more);
        config.put("schema.registry.url", "mock://" + scope);
        final AvroSerde<T> serde = new AvroSerde<>();
        serde.configure(config, isKey);
        return serde;
    }

    private static int id(final String scope, final String subject) {
        final SchemaRegistry registry = SchemaRegistries.mock(scope);
        return registry.idOf(subject, Samples.NOTICE.getSchema());
    }
}
