package io.millrace.rental;

import static io.millrace.rental.Depots.equipment;
import static io.millrace.rental.Depots.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Shelf;
import io.millrace.testkit.DeskTrial;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The MIS while the depot goes on: its reads may fall anywhere between the writes of one event. */
class RentalMisTest {

    private final PageRows before = BooksRows.of(depot(0), 2);
    private final PageRows after = BooksRows.of(depot(1), 3);

    @Test
    void shouldLookAgainWhenAnEventFallsBetweenTotalsAndOrders() {
        final Map<String, Object> page = page(new Torn(before, after, after, after, after));
        assertThat(Mis.column(page, "totals", "lent")).containsExactly(2L);
        assertThat(Mis.column(page, "orders", "quantity")).containsExactly(2L);
    }

    /** The order is written and its equipment is not yet. */
    @Test
    void shouldLookAgainWhenAnOrderIsAheadOfItsEquipment() {
        final Map<String, Object> page = page(new Torn(before, after, before, after, after, after, after));
        assertThat(Mis.column(page, "totals", "lent")).containsExactly(2L);
        assertThat(Mis.column(page, "orders", "quantity")).containsExactly(2L);
    }

    @Test
    void shouldShowWhatItSeesWhenADepotNeverRests() {
        final Map<String, Object> page =
                page(new Torn(before, after, before, after, before, after, before, after, before, after, before));
        assertThat(Mis.rows(page, "totals")).hasSize(1);
    }

    private static Map<String, Object> page(final PageRows rows) {
        return RentalMis.page("seoul", rows, Map.of(), DeskTrial.NOON);
    }

    private static DeskTrial depot(final int orders) {
        final DeskTrial depot = DeskTrial.at(Rental.BUSINESS, "seoul").given(equipment("drill", 5));
        for (int n = 0; n < orders; n++) {
            depot.given(order("HSI", "drill", 2));
        }
        return depot;
    }

    /** Answers each read from the next state of the depot. */
    private static final class Torn implements PageRows {

        private final Deque<PageRows> states;

        Torn(final PageRows... states) {
            this.states = new ArrayDeque<>(List.of(states));
        }

        @Override
        public <T extends SpecificRecord> Optional<Held<T>> find(final Shelf<T> shelf, final String id) {
            return states.removeFirst().find(shelf, id);
        }

        @Override
        public <T extends SpecificRecord> List<Held<T>> list(
                final Shelf<T> shelf, final @Nullable String from, final int atMost, final boolean backwards) {
            return states.removeFirst().list(shelf, from, atMost, backwards);
        }
    }
}
