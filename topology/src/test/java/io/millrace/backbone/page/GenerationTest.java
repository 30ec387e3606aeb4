package io.millrace.backbone.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.backbone.stream.Voice;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.CompleteProduction;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.Want;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import io.millrace.testkit.Dump;
import io.millrace.testkit.PageDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages made once more: the same rows, and nobody is told anything twice. */
class GenerationTest {

    private static final byte[] RUBBISH = {1, 2, 3};

    private final BusinessDriver cafe = new BusinessDriver(Cafe.BUSINESS);

    @BeforeEach
    void live() {
        cafe.send("gangnam", new RegisterItem("latte", "Latte", 4500L, 10L));
        cafe.send("gangnam", new PlaceOrder("HSI", OrderType.TAKEOUT, List.of(new Want("latte", 2L))));
        cafe.send("gangnam", new ApprovePayment(1L));
        cafe.later(Duration.ofMinutes(1));
        cafe.send("gangnam", new CompleteProduction(1L));
    }

    @AfterEach
    void close() {
        cafe.close();
    }

    @Test
    void shouldMakeTheSameRowsAndTellNobody() {
        try (PageDriver second = second(_ -> false)) {
            second.fold(cafe.journalBytes());
            second.pipe("journal", "gangnam", RUBBISH, DeskTrial.NOON);
            second.pipe("receipts", "gangnam", RUBBISH, DeskTrial.NOON);
            second.pipe("pushes", "gangnam", RUBBISH, DeskTrial.NOON);

            assertThat(cafe.notices()).isNotEmpty();
            assertThat(second.told("notices")).isEmpty();
            assertThat(second.told("quarantine")).isEmpty();
            assertThat(Dump.of(second.rows("cafe-people"), cafe.codec()))
                    .isNotEmpty()
                    .isEqualTo(Dump.of(first().rows("cafe-people"), cafe.codec()));
        }
    }

    @Test
    void shouldTellWhatHappensFromItsTurnOn() {
        final long turn = DeskTrial.NOON.plusSeconds(30).toEpochMilli();
        try (PageDriver second = second(timestamp -> timestamp >= turn)) {
            second.fold(cafe.journalBytes());
            second.pipe("pushes", "gangnam", RUBBISH, DeskTrial.NOON);
            second.pipe("pushes", "gangnam", RUBBISH, DeskTrial.NOON.plusSeconds(60));

            assertThat(second.told("notices")).as("of two").hasSize(1);
            assertThat(second.told("quarantine")).as("of two").hasSize(1);
        }
        assertThat(cafe.notices()).hasSize(2);
    }

    @Test
    void shouldBeMadeAsTheFirstIsButForItsOwnNames() {
        for (final Business business : Businesses.ALL) {
            final Generation second = new Generation(business, 2, Voice.ALONE);
            assertThat(described(second).replace(second.people(), business.topic("people")))
                    .isEqualTo(described(Generation.first(business)));
            assertThat(second.people()).isNotEqualTo(business.topic("people"));
            assertThat(second.application()).isEqualTo(business.name() + "-pages-2");
        }
    }

    @Test
    void shouldOwnNothingOfAnother() {
        final Generation first = Generation.first(Cafe.BUSINESS);
        final Generation second = new Generation(Cafe.BUSINESS, 2, Voice.ALONE);
        final Generation twentieth = new Generation(Cafe.BUSINESS, 20, Voice.ALONE);
        for (final String topic : List.of("cafe-pages-cafe-rows-changelog", "cafe-pages-cafe-people-changelog")) {
            assertThat(first.owns(topic)).isTrue();
            assertThat(second.owns(topic)).isFalse();
        }
        assertThat(second.owns("cafe-pages-2-cafe-rows-changelog")).isTrue();
        assertThat(second.owns(second.people())).isTrue();
        assertThat(first.owns("cafe-pages-2-cafe-rows-changelog")).isFalse();
        assertThat(second.owns("cafe-pages-20-cafe-rows-changelog")).isFalse();
        assertThat(twentieth.owns("cafe-pages-2-cafe-rows-changelog")).isFalse();
        assertThat(first.owns("cafe.people")).as("it is the catalogue's").isFalse();
        assertThat(first.owns("cafe.journal")).isFalse();
    }

    private PageDriver first() {
        final PageDriver first = new PageDriver(Generation.first(Cafe.BUSINESS), cafe.codec());
        first.fold(cafe.journalBytes());
        return first;
    }

    private PageDriver second(final Voice voice) {
        return new PageDriver(new Generation(Cafe.BUSINESS, 2, voice), cafe.codec());
    }

    private static String described(final Generation generation) {
        final AvroCodec codec =
                new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://generations")), true);
        final Properties settings = new StreamsSettings("none:1", Path.of("none"), "test", 1, 1, 0, null, Map.of())
                .pages(generation.application());
        return PageTopology.of(generation, codec, new TopologyConfig(new StreamsConfig(settings)), settings)
                .describe()
                .toString();
    }
}
