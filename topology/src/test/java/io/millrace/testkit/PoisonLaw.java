package io.millrace.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Business;
import io.millrace.backbone.audit.AuditTopology;
import io.millrace.backbone.desk.DeskTopology;
import io.millrace.backbone.page.PageTopology;
import io.millrace.backbone.stream.Place;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Nothing is dropped, and nothing stops: whatever is written to any topic that an application reads. Which topics these
 * are is asked of the topologies themselves, so that a topic to come can't be forgotten.
 */
final class PoisonLaw {

    private PoisonLaw() {}

    static void poisonStopsNothingAndIsKeptWhole(final Business business, final List<Laws.Sent> life) {
        try (BusinessDriver honest = new BusinessDriver(business);
                BusinessDriver poisoned = new BusinessDriver(business)) {
            final int half = life.size() / 2;
            life.forEach(honest::send);
            life.subList(0, half).forEach(poisoned::send);
            final List<TestRecord<byte[], byte[]>> sent = new ArrayList<>();
            sources(business)
                    .forEach((side, topics) -> topics.forEach(topic -> {
                        final List<TestRecord<byte[], byte[]>> poison = poison(business, side, topic);
                        poison.forEach(record -> poisoned.slip(side, topic, record));
                        if (!side.equals("audit") || topic.endsWith(".acts")) {
                            sent.addAll(poison);
                        }
                    }));
            life.subList(half, life.size()).forEach(poisoned::send);

            assertThat(poisoned.books()).isEqualTo(honest.books());
            assertThat(poisoned.rows()).isEqualTo(honest.rows());
            assertKept(poisoned.quarantine(), sent);
            assertThat(poisoned.violations())
                    .as("of its own topics, the audit tells of each")
                    .hasSize(sources(business).getOrDefault("audit", Set.of()).stream()
                            .filter(topic -> !topic.endsWith(".acts") && !topic.endsWith(".quarantine"))
                            .mapToInt(topic -> new Poison(business).of(topic).size())
                            .sum());
        }
    }

    /** Those who react leave repairs to the pages that are about pages. */
    private static List<TestRecord<byte[], byte[]>> poison(
            final Business business, final String side, final String topic) {
        final Poison poison = new Poison(business);
        return side.equals("desk") && topic.endsWith(".repairs") ? poison.unreadable() : poison.of(topic);
    }

    private static void assertKept(
            final List<TestRecord<byte[], byte[]>> kept, final List<TestRecord<byte[], byte[]>> sent) {
        assertThat(kept.stream().map(PoisonLaw::bytes).toList())
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().map(PoisonLaw::bytes).toList());
        assertThat(kept.stream().map(PoisonLaw::missing).filter(it -> !it.isEmpty()))
                .as("what is said of each")
                .isEmpty();
        assertThat(kept.stream()
                        .map(record -> header(record, "millrace-place") + header(record, "millrace-reader"))
                        .distinct())
                .hasSameSizeAs(kept);
    }

    private static String bytes(final TestRecord<byte[], byte[]> record) {
        return Arrays.toString(record.key()) + Arrays.hashCode(record.value());
    }

    private static String missing(final TestRecord<byte[], byte[]> record) {
        final String place = header(record, "millrace-place");
        final boolean whole = Place.parse(place).isPresent()
                && !header(record, "millrace-reason").isBlank()
                && !header(record, "millrace-reader").isBlank()
                && header(record, "millrace-stack").contains("at io.millrace")
                && record.headers().lastHeader("millrace-ask") != null;
        return whole ? "" : place + ": " + header(record, "millrace-reason") + header(record, "millrace-stack");
    }

    private static String header(final TestRecord<byte[], byte[]> record, final String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Map<String, Set<String>> sources(final Business business) {
        final AvroCodec codec =
                new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://sources")), true);
        final StreamsSettings settings =
                new StreamsSettings("none:1", Path.of("none"), "test", 1, 1, 0, null, Map.of());
        final Properties pages = settings.pages(business);
        final TopologyConfig config = new TopologyConfig(new StreamsConfig(pages));
        return Map.of(
                "desk", topics(DeskTopology.of(business, codec, config)),
                "pages", topics(PageTopology.of(business, codec, config, pages)),
                "audit", topics(AuditTopology.of(business, codec, config)));
    }

    private static Set<String> topics(final Topology topology) {
        final Set<String> topics = new TreeSet<>();
        topology.describe()
                .subtopologies()
                .forEach(part -> part.nodes().forEach(node -> {
                    if (node instanceof TopologyDescription.Source source) {
                        topics.addAll(source.topicSet());
                    }
                }));
        return topics;
    }
}
