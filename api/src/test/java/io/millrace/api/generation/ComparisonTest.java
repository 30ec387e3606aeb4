package io.millrace.api.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.backbone.page.Generation;
import io.millrace.backbone.page.PageNames;
import io.millrace.backbone.stream.Voice;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Row;
import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PaymentApproved;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.Want;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.PageDriver;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two generations of the café's pages, compared row by row; and saboteurs that have to be caught. */
class ComparisonTest {

    private static final String LATTE = "gangnam/menu/latte";

    private final BusinessDriver cafe = new BusinessDriver(Cafe.BUSINESS);
    private final PageDriver shown = new PageDriver(Generation.first(Cafe.BUSINESS), cafe.codec());
    private final PageDriver other = new PageDriver(new Generation(Cafe.BUSINESS, 2, Voice.ALONE), cafe.codec());

    @BeforeEach
    void live() {
        cafe.send("gangnam", new RegisterItem("latte", "Latte", 4500L, 10L));
        cafe.send("a-b", new RegisterItem("tea", "Tea", 3000L, 10L));
        for (final String shop : List.of("gangnam", "a-b", "a")) {
            cafe.send(shop, new RegisterItem("cake", "Cake", 6000L, 10L));
            cafe.send(shop, new PlaceOrder("HSI", OrderType.TAKEOUT, List.of(new Want("cake", 2L))));
            cafe.send(shop, new ApprovePayment(1L));
            cafe.send(shop, new RegisterItem("mocha", "Mocha", 5000L, 1L));
        }
        shown.fold(cafe.journalBytes());
        other.fold(cafe.journalBytes());
    }

    @AfterEach
    void close() {
        shown.close();
        other.close();
        cafe.close();
    }

    @Test
    void shouldFindNothingWhereNothingIsDifferent() {
        final Comparison.Report report = compared();
        assertThat(report.same()).as(String.valueOf(report.differences())).isTrue();
        assertThat(report.desks()).isEqualTo(3);
        assertThat(report.rows()).as("rows by desk, by person, and sums").isGreaterThan(20);
    }

    @Test
    void shouldCatchARowThatIsChanged() {
        final KeyValueStore<String, byte[]> rows = other.rows(PageNames.rows(Cafe.BUSINESS));
        final Row row = (Row) cafe.codec().decode(rows.get(LATTE));
        final Item item = (Item) cafe.codec().decode(bytes(row.getValue()));
        item.put("price", 1L);
        row.put("value", ByteBuffer.wrap(cafe.codec().encode(item)));
        rows.put(LATTE, cafe.codec().encode(row));

        assertThat(compared().differences())
                .containsExactly(new Difference(
                        "rows",
                        LATTE,
                        "gangnam",
                        applied("gangnam"),
                        Map.of("value.price", new Difference.Sides("4500", "1"))));
    }

    @Test
    void shouldCatchARowThatIsMissingAndOneThatShouldNotBe() {
        final KeyValueStore<String, byte[]> rows = other.rows(PageNames.rows(Cafe.BUSINESS));
        rows.put("gangnam/menu/zzz", rows.get(LATTE));
        rows.delete(LATTE);

        final List<Difference> differences = compared().differences();
        assertThat(differences).extracting(Difference::key).containsExactly(LATTE, "gangnam/menu/zzz");
        assertThat(differences.getFirst().fields().get("value.price")).isEqualTo(new Difference.Sides("4500", ""));
        assertThat(differences.getLast().fields().get("value.price")).isEqualTo(new Difference.Sides("", "4500"));
    }

    @Test
    void shouldCatchAPersonsRowThatIsChanged() {
        final KeyValueStore<String, byte[]> people = other.rows(PageNames.people(Cafe.BUSINESS));
        final String key;
        try (var all = people.range("customers/HSI/", "customers/HSI/~")) {
            key = all.next().key;
        }
        final Row row = (Row) cafe.codec().decode(people.get(key));
        row.put("actor", "a saboteur");
        people.put(key, cafe.codec().encode(row));

        final List<Difference> differences = compared().differences();
        assertThat(differences).hasSize(1);
        assertThat(differences.getFirst().store()).isEqualTo("people");
        assertThat(differences.getFirst().key()).isEqualTo(key);
        assertThat(differences.getFirst().fields()).containsOnlyKeys("actor");
    }

    @Test
    void shouldCatchSalesThatAreCountedOtherwise() {
        final List<byte[]> journal = cafe.journalBytes();
        other.fold(List.of(journal.getFirst()));
        assertThat(compared().same()).as("folded twice").isTrue();
        try (PageDriver less = new PageDriver(new Generation(Cafe.BUSINESS, 3, Voice.ALONE), cafe.codec())) {
            final List<byte[]> without = new ArrayList<>(journal);
            without.removeIf(it -> ((JournalEntry) cafe.codec().decode(it)).event() instanceof PaymentApproved);
            assertThat(without).hasSizeLessThan(journal.size());
            less.fold(without);
            assertThat(compared(less).differences())
                    .extracting(Difference::store)
                    .contains("rows", "people", "sales");
        }
    }

    @Test
    void shouldWaitForOneThatIsBehindAndSaySo() {
        cafe.send("gangnam", new RegisterItem("juice", "Juice", 5000L, 1L));
        shown.fold(cafe.journalBytes());

        assertThatThrownBy(this::compared).isInstanceOf(BehindException.class).hasMessageContaining("gangnam");
        other.fold(cafe.journalBytes());
        assertThat(compared().same()).isTrue();
    }

    private Comparison.Report compared() {
        return compared(other);
    }

    private Comparison.Report compared(final PageDriver with) {
        return new Comparison(_ -> prints(shown), _ -> prints(with), 1, Duration.ofMillis(500))
                .run(StoredPrints.stores(Cafe.BUSINESS));
    }

    private long applied(final String desk) {
        return prints(shown).one(Prints.TOKENS, "", desk).applied();
    }

    private Prints prints(final PageDriver pages) {
        return new StoredPrints(Cafe.BUSINESS, cafe.codec(), new PartStores() {
            @Override
            public ReadOnlyKeyValueStore<String, byte[]> rows(final String name) {
                return pages.rows(name);
            }

            @Override
            public ReadOnlyWindowStore<byte[], byte[]> sums(final String name) {
                return pages.sums(name);
            }
        });
    }

    private static byte[] bytes(final ByteBuffer buffer) {
        final byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
