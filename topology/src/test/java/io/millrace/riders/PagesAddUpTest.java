package io.millrace.riders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.backbone.Business;
import io.millrace.backbone.Held;
import io.millrace.backbone.Personal;
import io.millrace.backbone.page.Pages;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.DeliveryCompleted;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The delivery lists, the riders' pages and the restaurants' pages say the same, through the real topologies. */
class PagesAddUpTest {

    private final Personal riders = Riders.BUSINESS.personals().getFirst();
    private final Personal restaurants = Riders.BUSINESS.personals().getLast();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldAddUpOverAllZones(final long seed) {
        live(Riders.BUSINESS, seed);
    }

    @Test
    void shouldCatchPagesThatPayARiderTwice() {
        final Business generous = Deliveries.with(new Sabotaged((event, rows) -> {
            if (event instanceof DeliveryCompleted e) {
                rows.change(ZoneBooks.RIDERS, e.getRider(), it -> RiderAccount.completed(it, e, it.getUpdatedAt()));
            }
        }));
        assertThatThrownBy(() -> live(generous, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("earned on riders' pages");
    }

    private void live(final Business business, final long seed) {
        final Histories history = new Histories(seed);
        try (BusinessDriver zones = new BusinessDriver(business)) {
            for (int n = 0; n < 300; n++) {
                zones.later(history.passing().dividedBy(10));
                zones.send(history.zone(), history.command());
                if (n % 20 == 0) {
                    addUp(zones.pages());
                }
            }
            final long settled = addUp(zones.pages());
            assertThat(settled)
                    .as("a history in which nothing is settled proves nothing")
                    .isPositive();
            zones.foldAgain(zones.journalBytes());
            assertThat(addUp(zones.pages())).as("folded again").isEqualTo(settled);
        }
    }

    private long addUp(final Pages pages) {
        final long settled = Histories.ZONES.stream()
                .flatMap(zone -> deliveries(pages, zone).stream())
                .mapToLong(held -> held.value().getSettled())
                .sum();
        assertThat(Histories.RIDERS.stream()
                        .mapToLong(who -> number(riders, who, "earned", pages))
                        .sum())
                .as("earned on riders' pages")
                .isEqualTo(settled);
        assertThat(Histories.RESTAURANTS.stream()
                        .mapToLong(who -> number(restaurants, who, "cost", pages))
                        .sum())
                .as("cost on restaurants' pages")
                .isEqualTo(settled);
        return settled;
    }

    private static List<Held<Delivery>> deliveries(final Pages pages, final String zone) {
        return pages.desk(zone).list(ZoneBooks.DELIVERIES, null, Integer.MAX_VALUE, true);
    }

    private static long number(final Personal of, final String who, final String what, final Pages pages) {
        final Map<String, Object> page = of.view().make(who, pages.person(of, who), Map.of(), DeskTrial.NOON);
        return (Long) Objects.requireNonNull(page.get(what));
    }
}
