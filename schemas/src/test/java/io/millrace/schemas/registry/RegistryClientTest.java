package io.millrace.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schemas.Notice;
import io.millrace.schemas.client.HttpSchemaRegistry;
import io.millrace.schemas.client.RegistryException;
import io.millrace.schemas.client.SchemaRegistry;
import io.millrace.schemas.client.UnknownSchemaException;
import io.millrace.schemas.wire.AvroCodec;
import io.millrace.schemas.wire.AvroSerde;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Our client, our serde and our registry, together over a real broker. */
class RegistryClientTest {

    @Test
    void shouldCarryARecordFromOneProcessToAnother() throws Exception {
        try (Cluster cluster = Cluster.start();
                EmbeddedRegistry registry = EmbeddedRegistry.start(cluster.bootstrapServers(), "localhost", 0)) {
            final Notice notice = new Notice("a@1", "cafe", "g", "o/1", "kim", "Ready", Instant.ofEpochMilli(1));
            final Map<String, String> config = Map.of("schema.registry.url", registry.url());
            final AvroSerde<Notice> here = new AvroSerde<>();
            here.configure(config, false);
            final AvroCodec there = new AvroCodec(new HttpSchemaRegistry(config), false);

            assertThat(there.decode(here.serializer().serialize("notices", notice)))
                    .isEqualTo(notice);
            tellsWhatItKnowsAndWhatNot(new HttpSchemaRegistry(config));
        }
    }

    private static void tellsWhatItKnowsAndWhatNot(final SchemaRegistry client) {
        assertThat(client.latest("notices-value").schema()).isEqualTo(Notice.getClassSchema());
        assertThat(client.idOf("notices-value", Notice.getClassSchema())).isEqualTo(1);
        assertThatThrownBy(() -> client.schema(999)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> client.latest("nothing")).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> client.register("notices-value", Schema.create(Schema.Type.INT)))
                .isExactlyInstanceOf(RegistryException.class)
                .hasMessageContaining("409");
    }
}
