package io.millrace.riders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.backbone.Business;
import io.millrace.backbone.Rows;
import io.millrace.schemas.riders.DeliveryCanceled;
import io.millrace.schemas.riders.DeliveryCompleted;
import io.millrace.schemas.riders.RidersEvent;
import io.millrace.testkit.DeskTrial;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What is settled is what riders earn is what restaurants pay, whatever happens: a thousand histories at random. */
class SettlementTest {

    private static final int HISTORIES = 1000;
    private static final int LONG = 80;

    @Test
    void shouldAddUpAfterEveryCommandOfEveryHistory() {
        long settled = 0;
        for (long seed = 1; seed <= HISTORIES; seed++) {
            settled += live(Riders.BUSINESS, seed);
        }
        assertThat(settled)
                .as("histories in which nothing is settled prove nothing")
                .isPositive();
    }

    @Test
    void shouldCatchADeskThatForgetsToChargeARestaurant() {
        caught("paid by restaurants", (event, rows) -> {
            if (event instanceof DeliveryCompleted e && e.getNumber() % 7 == 0) {
                rows.change(
                        ZoneBooks.RESTAURANTS,
                        e.getRestaurant(),
                        it -> RestaurantAccount.completed(it, -e.getSettled(), it.getUpdatedAt()));
            }
        });
    }

    @Test
    void shouldCatchADeskThatPaysARiderForACanceledDelivery() {
        caught("earned by riders", (event, rows) -> {
            if (event instanceof DeliveryCanceled e && e.getRider() != null) {
                rows.change(
                        ZoneBooks.RIDERS,
                        e.getRider(),
                        it -> RiderAccount.completed(
                                it,
                                new DeliveryCompleted(
                                        e.getNumber(),
                                        it.getRider(),
                                        e.getRestaurant(),
                                        e.getCost(),
                                        "2026-03-01",
                                        "UTC"),
                                it.getUpdatedAt()));
            }
        });
    }

    @Test
    void shouldCatchADeskThatLosesWhatARiderCarries() {
        caught("carried by", (event, rows) -> {
            if (event instanceof DeliveryCompleted e) {
                rows.change(
                        ZoneBooks.RIDERS,
                        e.getRider(),
                        it -> RiderAccount.released(it, e.getNumber() + 1, it.getUpdatedAt()));
            }
        });
    }

    private static long live(final Business business, final long seed) {
        final Histories history = new Histories(seed);
        final DeskTrial zone = DeskTrial.at(business, "gangnam");
        for (int n = 0; n < LONG; n++) {
            zone.later(history.passing()).when(history.command());
            ZoneAudit.moneyAddsUp(zone.books());
        }
        ZoneAudit.everythingAgrees(zone.books(), zone.journal());
        return ZoneAudit.settled(zone.books());
    }

    private static void caught(final String what, final BiConsumer<RidersEvent, Rows> mischief) {
        final Business sabotaged = Deliveries.with(new Sabotaged(mischief));
        assertThatThrownBy(() -> {
                    for (long seed = 1; seed <= HISTORIES; seed++) {
                        live(sabotaged, seed);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(what);
    }
}
