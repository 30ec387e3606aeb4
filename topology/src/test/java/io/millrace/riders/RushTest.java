package io.millrace.riders;

import static io.millrace.riders.Deliveries.accept;
import static io.millrace.riders.Deliveries.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.backbone.Books;
import io.millrace.backbone.Business;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.riders.AcceptDelivery;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.DeliveryAccepted;
import io.millrace.schemas.riders.RidersCommand;
import io.millrace.schemas.riders.RidersEvent;
import io.millrace.testkit.DeskTrial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hundred riders want the same fifty calls. */
class RushTest {

    private static final int RIDERS = 200;
    private static final int CALLS = 50;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldGiveEachCallToOneRiderAndNobodyMoreThanTheyMayCarry(final long seed) {
        rush(Riders.BUSINESS, seed);
    }

    /** A desk that lets who comes last have it. */
    @Test
    void shouldCatchADeskThatGivesACallAway() {
        assertThatThrownBy(() -> rush(Deliveries.with(new Generous()), 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("every call has one rider");
    }

    private static void rush(final Business business, final long seed) {
        final DeskTrial zone = DeskTrial.at(business, "gangnam");
        for (int n = 0; n < CALLS; n++) {
            zone.given(call("bonjuk", 4000));
        }
        final Map<Long, List<String>> winners = new TreeMap<>();
        for (final AcceptDelivery wish : wishes(seed)) {
            final boolean free = !winners.containsKey(wish.getNumber());
            zone.when(wish);
            if (zone.events().isEmpty()) {
                zone.thenRefused(free ? "RIDER_BUSY" : "TAKEN");
            } else {
                winners.computeIfAbsent(wish.getNumber(), _ -> new ArrayList<>())
                        .add(wish.getRider());
            }
        }
        assertThat(winners.values())
                .as("every call has one rider")
                .hasSize(CALLS)
                .allSatisfy(riders -> assertThat(riders).hasSize(1));
        assertThat(zone.books().all(ZoneBooks.DELIVERIES))
                .allSatisfy(it -> assertThat(winners).containsEntry(it.getNumber(), List.of(rider(it))));
        assertThat(zone.books().all(ZoneBooks.RIDERS))
                .allSatisfy(it -> assertThat(it.getCarrying()).hasSizeLessThanOrEqualTo(3));
        assertThat(zone.books().all(ZoneBooks.CALLS)).isEmpty();
    }

    private static String rider(final Delivery delivery) {
        return Objects.requireNonNull(delivery.getRider());
    }

    private static List<AcceptDelivery> wishes(final long seed) {
        final List<AcceptDelivery> wishes = new ArrayList<>();
        for (long number = 1; number <= CALLS; number++) {
            for (int rider = 0; rider < RIDERS; rider++) {
                wishes.add(accept(number, "R" + rider));
            }
        }
        Collections.shuffle(wishes, new Random(seed));
        return wishes;
    }

    private static final class Generous implements Rules<RidersCommand, RidersEvent> {
        private final ZoneDesk honest = new ZoneDesk();

        @Override
        public Ruling<RidersCommand, RidersEvent> rule(
                final RidersCommand command, final Books books, final Moment moment) {
            return command instanceof AcceptDelivery c
                    ? Ruling.<RidersCommand, RidersEvent>accept(new DeliveryAccepted(
                                    c.getNumber(), c.getRider(), "bonjuk", "home", 4000L, moment.now()))
                            .showing(ZoneBooks.DELIVERIES, c.getNumber())
                    : honest.rule(command, books, moment);
        }

        @Override
        public void fold(final RidersEvent event, final Rows rows, final Moment moment) {
            honest.fold(event, rows, moment);
        }
    }
}
